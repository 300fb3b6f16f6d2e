import { hostAccess as accessOf, workloadKey } from "../../pod-security/host-access";
import { podRule, problem } from "../../rule";

/** Pods keep to themselves, save those that the stack lists. */
export const hostAccess = podRule(
  {
    id: "host-access",
    title: "Only listed workloads use the network, processes, files, ports or devices of their node",
    severity: "critical",
    enforcement: "mandatory",
    why: "A pod that holds something of its node can read the Secrets of every other pod there, and act as the node.",
    remediation:
      "Take the access away; what can't do without is listed in vantage:policies.hostAccess, as namespace/Kind/name.",
    link: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  },
  {
    check: (template, { settings }) =>
      settings.hostAccess.includes(workloadKey(template))
        ? []
        : accessOf(template).map(({ path, given, allowed }) =>
            problem(
              path,
              `${given}; allowed is ${allowed}: ${workloadKey(template)} is not in vantage:policies.hostAccess`,
            ),
          ),
  },
);
