import type { eks } from "@pulumi/aws";
import { problem, resourceRule } from "../../rule";

/** The API server is reached through the VPC alone. */
export const eksPrivateEndpoint = resourceRule<eks.ClusterArgs>(
  {
    id: "eks-private-endpoint",
    title: "The Kubernetes API has a private endpoint and no public one",
    severity: "high",
    enforcement: "mandatory",
    why: "Anybody on the internet could otherwise try stolen credentials on it, and nodes would leave the VPC to reach it.",
    remediation:
      "Set endpointPrivateAccess to true and endpointPublicAccess to false, and reach it through the transit gateway.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
  },
  {
    types: ["aws:eks/cluster:Cluster"],
    check: ({ inputs: { vpcConfig } }) => {
      const { endpointPrivateAccess: isPrivate, endpointPublicAccess: isPublic } = vpcConfig ?? {};
      return [
        ...(isPrivate === true
          ? []
          : [problem("vpcConfig.endpointPrivateAccess", `is ${isPrivate ?? "not set"}; it has to be true`)]),
        ...(isPublic === false
          ? []
          : [
              problem(
                "vpcConfig.endpointPublicAccess",
                `is ${isPublic ?? "not set, which is true"}; it has to be false`,
              ),
            ]),
      ];
    },
  },
);
