import { stringify } from "yaml";
import type { Platform } from "../../config/platform";
import { DISCOVERY_TAG } from "../cluster/control-plane";
import { ROOT_DEVICE } from "../nodes/launch-template";
import { stackTags } from "../tags";

/** API version of EC2NodeClass in Karpenter 0.37. */
export const NODE_CLASS_API_VERSION = "karpenter.k8s.aws/v1beta1";

/** Terms that select subnets or security groups by the discovery tag. */
type SelectorTerms = readonly { readonly tags: Readonly<Record<string, string>> }[];

/**
 * An EC2NodeClass as the API takes it.
 *
 * @typeParam Key - the ARN of the volume key: a string, or a value that is known once the key exists.
 */
export interface NodeClassObject<Key> {
  readonly apiVersion: typeof NODE_CLASS_API_VERSION;
  readonly kind: "EC2NodeClass";
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly amiFamily: "AL2023";
    readonly subnetSelectorTerms: SelectorTerms;
    readonly securityGroupSelectorTerms: SelectorTerms;
    readonly instanceProfile: string;
    readonly blockDeviceMappings: readonly {
      readonly deviceName: string;
      readonly ebs: {
        readonly volumeSize: string;
        readonly volumeType: "gp3";
        readonly iops: number;
        readonly throughput: number;
        readonly encrypted: true;
        readonly kmsKeyID: Key;
        readonly deleteOnTermination: true;
      };
    }[];
    readonly userData: string;
    readonly tags: Readonly<Record<string, string>>;
    readonly metadataOptions: {
      readonly httpEndpoint: "enabled";
      readonly httpProtocolIPv6: "disabled";
      readonly httpPutResponseHopLimit: number;
      readonly httpTokens: "required";
    };
  };
}

/**
 * The node class that all NodePools share: image, network, identity, disk and metadata service of the instances.
 *
 * Beside the documented manifest it has what section 1 of the same document names and section 6 leaves out (the volume key, the tag `team`), the rest of the stack's tags, and
 * user data for the one kubelet setting that v1beta1 has no field for. It names an instance profile, never a role: the API refuses both
 * together and any change from one to the other. Image family AL2023 without selector terms follows the newest image of the cluster's
 * version, so nodes are replaced, within the budget, when AWS publishes one.
 *
 * Changing any field but `metadata` drifts every node of every pool: they are replaced one by one.
 *
 * Source: document 001, sections 1 and 6.
 */
export function nodeClassObject<Key>(platform: Platform, kmsKeyID: Key): NodeClassObject<Key> {
  const { nodeClass, instanceProfile } = platform.karpenter;
  const discovered: SelectorTerms = [{ tags: { [DISCOVERY_TAG]: platform.cluster.name } }];
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
            kmsKeyID,
            deleteOnTermination: true,
          },
        },
      ],
      userData: nodeConfig(platform.kubelet.imageGc.minimumAge.toString()),
      tags: { Name: nodeClass.nodeName, ...stackTags(platform) },
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

/**
 * A nodeadm NodeConfig with the kubelet settings that v1beta1 has no field for. Karpenter puts it behind the NodeConfig it generates, and
 * nodeadm merges the two.
 *
 * Source: aws/karpenter-provider-aws v0.37.0, pkg/providers/amifamily/bootstrap/nodeadm.go.
 */
function nodeConfig(imageMinimumGCAge: string): string {
  return stringify({
    apiVersion: "node.eks.aws/v1alpha1",
    kind: "NodeConfig",
    spec: { kubelet: { config: { imageMinimumGCAge } } },
  });
}
