import { problem } from "../../rule";
import { resourceSubject, subjectRule } from "../../subject-rule";

/** Packages whose provider decides where things are made: in which account and region, in which cluster. */
const PLACED = /^(aws|kubernetes):/;

/** Name of a provider that Pulumi makes up for resources that name none: `default`, and from a version on `default_7_48_0`. */
const DEFAULT_PROVIDER = /::default(_[^:]*)?$/;

/** Resources of AWS and Kubernetes have a provider of the stack, not one made up of the environment of whoever runs Pulumi. */
export const explicitProvider = subjectRule(
  {
    id: "explicit-provider",
    title: "Every resource of AWS and of Kubernetes is made by a provider of the stack",
    severity: "high",
    enforcement: "mandatory",
    why: "The default provider takes account, region and cluster from the environment of whoever runs Pulumi, and puts no tags on what it makes.",
    remediation: "Hand the provider down from the parent, or name it in the resource's options.",
    link: "https://www.pulumi.com/docs/iac/concepts/options/provider/",
  },
  {
    appliesTo: ["resources of AWS and Kubernetes"],
    candidates: (estate) =>
      estate.resources
        .filter(({ type, custom }) => custom && PLACED.test(type))
        .map((resource) => ({
          subject: resourceSubject(resource),
          check: () => {
            const provider = resource.provider ?? "";
            if (provider !== "" && !DEFAULT_PROVIDER.test(provider)) return [];
            const given = provider === "" ? "missing" : provider.split("::").at(-1);
            return [problem("provider", `is ${given}; it has to be a provider of the stack`)];
          },
        })),
  },
);
