import { podTemplates } from "../../../charts/checks/pod-templates";
import { hostAccess, workloadKey } from "../../pod-security/host-access";
import type { Judgement, Rule } from "../../rule";

/** The list of workloads that may reach their node is the list of those that do. */
export const hostAccessNeeded: Rule = {
  id: "host-access-needed",
  title: "Every workload that may reach its node is there and does",
  severity: "medium",
  enforcement: "mandatory",
  why: "A name that is left in the list opens the nodes to whatever is deployed under it next.",
  remediation: "Take the workload out of vantage:policies.hostAccess.",
  link: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  appliesTo: ["vantage:policies.hostAccess"],
  judge: ({ objects, settings }) => {
    const templates = podTemplates(objects);
    // Resources alone say nothing about workloads.
    if (templates.length === 0) return [];
    return settings.hostAccess.map((key): Judgement => {
      const subject = { text: `vantage:policies.hostAccess ${key}` };
      const template = templates.find((one) => workloadKey(one) === key);
      if (template !== undefined && hostAccess(template).length > 0) return { subject, outcome: "pass" };
      const message = template === undefined ? "there is no such workload" : "its pods use nothing of their node";
      return { subject, outcome: "violation", path: "hostAccess", message };
    });
  },
};
