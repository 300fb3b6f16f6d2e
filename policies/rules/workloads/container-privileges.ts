import { isHeldToRestricted } from "../../pod-security/level";
import { noCapabilities, noEscalation } from "../../pod-security/restricted";
import { podRule, problem } from "../../rule";

/** Containers give up what they don't need, where their namespace doesn't make them. */
export const containerPrivileges = podRule(
  {
    id: "container-privileges",
    title: "Containers drop all capabilities and can't gain privileges",
    severity: "medium",
    enforcement: "mandatory",
    why: "Whoever takes over a program in a container has its capabilities, and by a setuid program those of root.",
    remediation:
      "Set allowPrivilegeEscalation to false and capabilities.drop to [ALL]; add NET_BIND_SERVICE for a port below 1024.",
    link: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  },
  {
    when: (template, estate) => !isHeldToRestricted(template, estate),
    check: (template) =>
      [...noEscalation(template), ...noCapabilities(template)].map(({ path, given, allowed }) =>
        problem(path, `${given}; it has to be ${allowed}`),
      ),
  },
);
