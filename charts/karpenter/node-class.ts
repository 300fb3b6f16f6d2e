import type { PlatformWith } from "../../config/parts";
import { DISCOVERY_TAG } from "../../config/reference/discovery";
import { ROOT_DEVICE } from "../../config/reference/root-device";
import type { KubeObject } from "../kube-object";

/** API version of EC2NodeClass in Karpenter 0.37. */
export const NODE_CLASS_API_VERSION = "karpenter.k8s.aws/v1beta1";

/**
 * The node class that all NodePools share, as the documents print it: image, network, identity, disk and metadata service of the instances.
 *
 * It names an instance profile, never a role: the API refuses both together and any change from one to the other. Image family AL2023 without
 * selector terms follows the newest image of the cluster's version, so nodes are replaced, within the budget, when AWS publishes one.
 *
 * Changing any field but `metadata` drifts every node of every pool: they are replaced one by one.
 *
 * Source: document 001, section 6.
 */
export function documentedNodeClass(platform: PlatformWith<"karpenter">): KubeObject {
  const { nodeClass, instanceProfile } = platform.karpenter;
  const discovered = [{ tags: { [DISCOVERY_TAG]: platform.cluster.name } }];
  return {
    apiVersion: NODE_CLASS_API_VERSION,
    kind: "EC2NodeClass",
    metadata: { name: nodeClass.name },
    spec: {
      amiFamily: "AL2023",
      subnetSelectorTerms: discovered,
      securityGroupSelectorTerms: discovered,
      instanceProfile,
      blockDeviceMappings: [
        {
          deviceName: ROOT_DEVICE,
          ebs: {
            volumeSize: `${nodeClass.rootVolume.gibibytes}Gi`,
            volumeType: "gp3",
            iops: nodeClass.iops,
            throughput: nodeClass.throughput,
            encrypted: true,
            deleteOnTermination: true,
          },
        },
      ],
      tags: { Name: nodeClass.nodeName, environment: platform.platform.environment },
      metadataOptions: {
        httpEndpoint: "enabled",
        httpProtocolIPv6: "disabled",
        // Two hops: a pod with a network of its own is one hop further away than its node.
        httpPutResponseHopLimit: 2,
        httpTokens: "required",
      },
    },
  };
}
