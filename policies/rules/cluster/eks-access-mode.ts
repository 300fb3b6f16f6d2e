import type { eks } from "@pulumi/aws";
import { problem, resourceRule } from "../../rule";

/** Who may use the cluster is what the access entries of the stack say, and nothing else. */
export const eksAccessMode = resourceRule<eks.ClusterArgs>(
  {
    id: "eks-access-mode",
    title: "Access to the cluster is given by access entries alone, and none comes with creating it",
    severity: "high",
    enforcement: "mandatory",
    why: "Whoever creates the cluster would administer it for ever without a trace in the stack, and so would whoever may edit the ConfigMap aws-auth.",
    remediation:
      "Set accessConfig.authenticationMode to API and bootstrapClusterCreatorAdminPermissions to false, and give the deploying role an access entry.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html",
  },
  {
    types: ["aws:eks/cluster:Cluster"],
    check: ({ inputs: { accessConfig } }) => {
      const { authenticationMode: mode, bootstrapClusterCreatorAdminPermissions: bootstrap } = accessConfig ?? {};
      return [
        ...(mode === "API"
          ? []
          : [problem("accessConfig.authenticationMode", `is ${mode ?? "not set"}; it has to be API`)]),
        ...(bootstrap === false
          ? []
          : [
              problem(
                "accessConfig.bootstrapClusterCreatorAdminPermissions",
                `is ${bootstrap ?? "not set, which is true"}; it has to be false`,
              ),
            ]),
      ];
    },
  },
);
