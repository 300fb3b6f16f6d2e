import type { eks } from "@pulumi/aws";
import { EKS_CALENDAR, type EksSupport } from "../../../config/reference/version-support";
import { problem, resourceRule } from "../../rule";

/** EKS still looks after the cluster's Kubernetes minor. */
export const eksVersionSupported = resourceRule<eks.ClusterArgs>(
  {
    id: "eks-version-supported",
    title: "EKS supports the cluster's Kubernetes version",
    severity: "high",
    enforcement: "mandatory",
    why: "EKS creates no cluster of a minor that it has given up, ships no fix for a running one, and raises it on a day of its own choice.",
    remediation:
      "Raise the cluster one minor at a time, after Karpenter, the add-ons and the operators support the next one.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
  },
  {
    types: ["aws:eks/cluster:Cluster"],
    check: ({ inputs: { version, upgradePolicy } }, { today }) => {
      // Without extended support EKS raises the cluster by itself when the standard one ends.
      const isStandard = upgradePolicy?.supportType === "STANDARD";
      const endOf = ({ standardUntil, extendedUntil }: EksSupport) => (isStandard ? standardUntil : extendedUntil);
      const day = today.toISOString().slice(0, "YYYY-MM-DD".length);
      const supported = Object.keys(EKS_CALENDAR).filter((minor) => isOpen(EKS_CALENDAR[minor], endOf, day));
      if (version !== undefined && supported.includes(version)) return [];
      const allowed = `it has to be one of ${supported.join(", ")}`;
      if (version === undefined) return [problem("version", `is not set, which is EKS's current one; ${allowed}`)];
      const support = EKS_CALENDAR[version];
      const fault =
        support === undefined
          ? "which isn't in the calendar of EKS"
          : `whose ${isStandard ? "standard" : "extended"} support ended on ${endOf(support)}`;
      return [problem("version", `is ${version}, ${fault}; ${allowed}`)];
    },
  },
);

function isOpen(support: EksSupport | undefined, endOf: (support: EksSupport) => string, day: string): boolean {
  return support !== undefined && day <= endOf(support);
}
