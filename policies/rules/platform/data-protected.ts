import { holdsData } from "../../data-holders";
import { problem } from "../../rule";
import { ifShown } from "../../shown";
import { resourceSubject, subjectRule } from "../../subject-rule";

/**
 * What holds data can't be deleted or replaced by a change to the program. In a stack whose `vantage:platform.protectData` is off, which is one to be thrown away, nothing is judged: there
 * protection would only keep the stack from going.
 */
export const dataProtected = subjectRule(
  {
    id: "data-protected",
    title: "What holds data is protected from deletion and replacement",
    severity: "critical",
    enforcement: "mandatory",
    why: "A renamed resource, or a changed field that can't change in place, would delete the data with the old one, and no update brings it back.",
    remediation: "Set the option protect of the resource to platform.platform.protectData.",
    link: "https://www.pulumi.com/docs/iac/concepts/options/protect/",
  },
  {
    appliesTo: [
      "buckets, keys, clusters, log groups, volumes, databases",
      "Auto Scaling groups with local disks",
      "namespaces, claims, StatefulSets with claims, Kafka",
    ],
    candidates: (estate) => {
      if (!estate.platform.platform.protectData) return [];
      return estate.resources
        .filter((resource) => resource.custom && ifShown(() => holdsData(resource, estate)) !== false)
        .map((resource) => ({
          subject: resourceSubject(resource),
          check: () => {
            if (!holdsData(resource, estate)) return undefined;
            return resource.protect ? [] : [problem("protect", "is off; what holds data has to be protected")];
          },
        }));
    },
  },
);
