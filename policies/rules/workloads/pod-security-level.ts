import { enforcedLevel, offencesAgainst } from "../../pod-security/level";
import { podRule, problem } from "../../rule";

/** Pods are admitted where they are to run. Whether a namespace enforces a level at all is rule namespace-pod-security. */
export const podSecurityLevel = podRule(
  {
    id: "pod-security-level",
    title: "Pods meet the Pod Security level that their namespace enforces",
    severity: "high",
    enforcement: "mandatory",
    why: "The API server takes the Deployment and refuses each of its pods, which shows only in events: what ran goes on until its node ends, and nothing takes its place.",
    remediation:
      "Change the security context as the message says, or run the pods in a namespace of their own with a laxer level.",
    link: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  },
  {
    when: (template, estate) => enforcedLevel(template, estate) !== undefined,
    check: (template, estate) => {
      const level = enforcedLevel(template, estate) ?? "privileged";
      return offencesAgainst(level, template).map(({ path, given, allowed }) =>
        problem(path, `${given}; level ${level} of namespace ${template.object.metadata.namespace} allows ${allowed}`),
      );
    },
  },
);
