import { listAt, textAt } from "../../../charts/checks/object-readers";
import { NODE_POOL } from "../../readers/karpenter-kinds";
import { objectRule, type Problem, problem } from "../../rule";

const REQUIREMENTS = ["spec", "template", "spec", "requirements"] as const;

/** Labels by which a NodePool says what may be launched, with what of a value is its size. Source: Karpenter 0.37.0, well-known labels; EKS user guide, "Create a Node Pool for EKS Auto Mode". */
const SIZES: Readonly<Record<string, (value: string) => string>> = {
  "node.kubernetes.io/instance-type": (type) => type.slice(type.indexOf(".") + 1),
  "karpenter.k8s.aws/instance-size": (size) => size,
  "eks.amazonaws.com/instance-size": (size) => size,
};

/** Whole machines: dear, and minutes from ready. Source: Amazon EC2 instance types, bare metal instances. */
const BARE_METAL = /^metal/;

/** Karpenter launches instances of sizes that somebody has chosen. */
export const karpenterInstanceTypes = objectRule(
  {
    id: "karpenter-instance-types",
    title: "Every NodePool names the instance types or sizes that it launches, of the sizes that the stack allows",
    severity: "medium",
    enforcement: "mandatory",
    why: "Of all that EC2 has Karpenter takes the cheapest that fits: nodes too small for their DaemonSets, or bare metal.",
    remediation: "Name types or sizes with operator In; allow further sizes in vantage:policies.nodeSizes.",
    link: "https://karpenter.sh/docs/concepts/nodepools/#spectemplatespecrequirements",
  },
  {
    kinds: [NODE_POOL],
    check: (pool, { settings: { nodeSizes } }) => {
      const found = listAt(pool, REQUIREMENTS).flatMap((requirement, index): readonly (readonly Problem[])[] => {
        const sizeOf = SIZES[textAt(requirement, ["key"])];
        if (sizeOf === undefined || textAt(requirement, ["operator"]) !== "In") return [];
        const others = listAt(requirement, ["values"])
          .map(String)
          .filter((value) => !isAllowed(sizeOf(value), nodeSizes));
        const allowed = nodeSizes.join(", ") || "every size but bare metal";
        return [
          others.length === 0
            ? []
            : [problem([...REQUIREMENTS, index, "values"], `has ${others.join(", ")}; allowed: ${allowed}`)],
        ];
      });
      return found.length === 0
        ? [problem(REQUIREMENTS, `name neither types nor sizes; ${Object.keys(SIZES).join(" or ")} with In has to`)]
        : found.flat();
    },
  },
);

function isAllowed(size: string, sizes: readonly string[]): boolean {
  return sizes.length === 0 ? !BARE_METAL.test(size) : sizes.includes(size);
}
