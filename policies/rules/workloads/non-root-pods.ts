import { workloadKey } from "../../pod-security/host-access";
import { isHeldToRestricted } from "../../pod-security/level";
import { nonRoot } from "../../pod-security/restricted";
import { podRule, problem } from "../../rule";

/** Programs don't run as root, save those that use something of their node: that is root's. */
export const nonRootPods = podRule(
  {
    id: "non-root-pods",
    title: "Pods don't run as root",
    severity: "medium",
    enforcement: "mandatory",
    why: "Root in a container is the node's root, kept in by the container's walls alone: one fault in them opens the node.",
    remediation: "Set runAsNonRoot to true, and runAsUser where the image names no user by number.",
    link: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  },
  {
    when: (template, estate) =>
      !isHeldToRestricted(template, estate) && !estate.settings.hostAccess.includes(workloadKey(template)),
    check: (template) =>
      nonRoot(template).map(({ path, given, allowed }) => problem(path, `${given}; it has to be ${allowed}`)),
  },
);
