import type { eks } from "@pulumi/aws";
import { problem, resourceRule } from "../../rule";

/** EKS itself refuses to delete the cluster. */
export const eksDeletionProtection = resourceRule<eks.ClusterArgs>(
  {
    id: "eks-deletion-protection",
    title: "The cluster can't be deleted by a mistake",
    severity: "critical",
    enforcement: "mandatory",
    why: "One call would end every workload at once; the protection of the stack is unknown to whoever uses the console.",
    remediation: "Set deletionProtection to true; it is changed in place.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html",
  },
  {
    types: ["aws:eks/cluster:Cluster"],
    check: ({ inputs: { deletionProtection } }) =>
      deletionProtection === true
        ? []
        : [problem("deletionProtection", `is ${deletionProtection ?? "not set"}; it has to be true`)],
  },
);
