import { listAt, mappingAt } from "../../../charts/checks/object-readers";
import type { Difference } from "../../diff/compare";
import { quantity } from "../../diff/same-value";
import { fieldFromTo, fromTo, lowered, shorter } from "../amounts";
import type { Subject, TypeRows } from "../row";

const DRIFT = 'Karpenter 0.37, "Disruption" (drift)';
const ROLLS = "nodes drift: Karpenter replaces them one after the other, within the disruption budget";

/** What changes of Karpenter's pools and classes of nodes do. */
export const KARPENTER_ROWS: readonly TypeRows[] = [
  {
    of: ["karpenter.sh/NodePool"],
    removed: [
      {
        class: "replacement",
        reason: "its nodes are drained, all at once and outside of any disruption budget of Karpenter, and are gone",
        source: 'Karpenter 0.37, "Disruption" (NodePool deletion)',
      },
    ],
    fields: [
      {
        path: ["spec", "template", "spec", "requirements"],
        when: onlyWidens,
        class: "in place",
        reason: "nodes that run still fit, and stay; new ones may be of more kinds",
        source: 'Karpenter 0.37, "Disruption" (special cases on drift)',
      },
      {
        path: ["spec", "template", "spec", "requirements"],
        class: "rolling",
        reason:
          "nodes that no longer fit drift: Karpenter replaces them one after the other, within the disruption budget",
        source: 'Karpenter 0.37, "Disruption" (special cases on drift)',
      },
      { path: ["spec", "template"], class: "rolling", reason: ROLLS, source: DRIFT },
      {
        path: ["spec", "limits"],
        when: ({ after }) => quantity(after) === 0,
        class: "in place",
        reason: "the pool launches nothing any more; nodes that run stay",
        source: 'Karpenter 0.37, "NodePools" (spec.limits)',
      },
      {
        path: ["spec", "limits"],
        class: "in place",
        reason: (change) => `the pool may launch up to another limit, ${fieldFromTo(change)}; nodes that run stay`,
        source: 'Karpenter 0.37, "NodePools" (spec.limits)',
      },
      {
        path: ["spec", "weight"],
        class: "in place",
        reason: (change) =>
          `the pool comes ${lowered(change, 0) ? "later" : "earlier"} when nodes are launched, ${fromTo(change)}; nodes that run stay`,
        source: 'Karpenter 0.37, "NodePools" (spec.weight)',
      },
      {
        path: ["spec", "disruption", "expireAfter"],
        when: (change) => change.after !== "Never" && shorter(change),
        class: "rolling",
        reason: (change) => `nodes that are older are replaced one after the other, ${fromTo(change)}`,
        source: 'Karpenter 0.37, "Disruption" (expiration)',
      },
      {
        path: ["spec", "disruption"],
        class: "in place",
        reason: "Karpenter disrupts nodes at other times or in other numbers from then on",
        source: 'Karpenter 0.37, "Disruption" (behavioral fields)',
      },
    ],
  },
  {
    of: ["karpenter.k8s.aws/EC2NodeClass"],
    removed: [
      {
        class: "replacement",
        reason: "Karpenter waits until its nodes are gone; its pools launch none any more",
        source: 'Karpenter 0.37, "NodeClasses"',
      },
    ],
    fields: [
      ...["subnetSelectorTerms", "securityGroupSelectorTerms", "amiSelectorTerms"].map((terms) => ({
        path: ["spec", terms],
        class: "rolling" as const,
        reason:
          "nodes drift that it no longer selects for: Karpenter replaces them one after the other, within the disruption budget",
        source: 'Karpenter 0.37, "Disruption" (special cases on drift)',
      })),
      {
        path: ["spec"],
        class: "rolling",
        reason: ROLLS,
        source: 'Karpenter 0.37, "Disruption" (drift) and pkg/apis/v1beta1/ec2nodeclass_hash_test.go',
      },
    ],
  },
  {
    of: ["crd.k8s.amazonaws.com/ENIConfig"],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "pods get addresses by it on nodes that start from now on",
        source: 'Amazon EKS User Guide, "Customize the secondary network interface"',
      },
    ],
  },
];

/** Whether a requirement only admits more than before: a value more that may be, or one less that must not be. */
function onlyWidens({ path, before, after }: Difference, subject: Subject): boolean {
  const [requirement, list, value] = path.slice(-3);
  if (list !== "values" || typeof requirement !== "object" || typeof value !== "object") return false;
  const operator = operatorOf(subject, requirement.member);
  return (operator === "In" && before === undefined) || (operator === "NotIn" && after === undefined);
}

/** @param member such as `key=kubernetes.io/arch` */
function operatorOf({ after }: Subject, member: string): unknown {
  return listAt(after, ["spec", "template", "spec", "requirements"])
    .map((requirement) => mappingAt(requirement, []))
    .find(({ key }) => `key=${key}` === member)?.operator;
}
