import { kubeletRegistrations, nodeGroupRule } from "../../node-groups";
import { labelFault } from "../../node-label-keys";
import { problem } from "../../rule";

/** Labels of a group are such as EKS and the kubelet accept. */
export const nodeLabelKeys = nodeGroupRule(
  {
    id: "node-label-keys",
    title: "Labels of node groups are valid, and outside the domains that others set",
    severity: "high",
    enforcement: "mandatory",
    why: "EKS refuses such a group, and a kubelet that is told such a label doesn't start: the nodes never join.",
    remediation: "Choose a key without a domain, or of one of your own; node.kubernetes.io is open to kubelets.",
    link: "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction",
  },
  {
    check: (group, estate) => {
      const byEks = Object.entries(group.inputs.labels ?? {}).flatMap(([key, value]) => {
        const fault = labelFault(key, value, "EKS");
        return fault === undefined ? [] : [problem(["labels", key], fault)];
      });
      const byKubelet = kubeletRegistrations(group, estate).flatMap(({ labels }) =>
        Object.entries(labels).flatMap(([key, value]) => {
          const fault = labelFault(key, value, "kubelet");
          return fault === undefined ? [] : [problem("launchTemplate", `${key}, which its user data sets, ${fault}`)];
        }),
      );
      return [...byEks, ...byKubelet];
    },
  },
);
