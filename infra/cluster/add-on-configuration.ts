import { stackTags } from "../../config/derived/tags";
import type { Platform } from "../../config/platform";
import { HOST_LABEL, ZONE_LABEL } from "../../config/reference/node-labels";
import { awayFromDataNodes } from "../add-ons/placement";

/** Settings of an add-on that EKS manages, as its configuration schema has them; sent as JSON. */
export type AddOnConfiguration = Readonly<Record<string, unknown>>;

/**
 * vpc-cni: pods get addresses from subnets of their own, one per zone, in prefixes of 16.
 *
 * - Prefix delegation, because 110 and 234 pods per node are more than the interfaces of most documented types have single addresses for
 *   (58 on an xlarge or 2xlarge). Source: compatibility page, K13.
 * - Custom networking, so that node subnets keep their addresses for nodes: the ENIConfig of a node is the one named after its zone.
 * - No translation to the node's address on the way out of the VPC: the subnets of pods have routes of their own to NAT and transit gateways, and those
 *   behind the transit gateway see which pod calls.
 * - NetworkPolicies are enforced: Kafka's listener and the operators' ports rely on them.
 *
 * Source: aws/amazon-vpc-cni-k8s, README, "CNI configuration variables".
 */
export function vpcCniConfiguration(): AddOnConfiguration {
  return {
    enableNetworkPolicy: "true",
    env: {
      AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true",
      AWS_VPC_K8S_CNI_EXTERNALSNAT: "true",
      ENI_CONFIG_LABEL_DEF: ZONE_LABEL,
      ENABLE_PREFIX_DELEGATION: "true",
      // One spare prefix per node: the next pods start at once, and no subnet is emptied by idle nodes.
      WARM_PREFIX_TARGET: "1",
    },
  };
}

/**
 * CoreDNS: the configured number of pods, spread over zones and nodes, of which one at a time may go; none on the nodes whose disks hold data.
 *
 * Source: document 001, section 11.
 */
export function corednsConfiguration(platform: Platform): AddOnConfiguration {
  const spread = (topologyKey: string) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: { "k8s-app": "kube-dns" } },
  });
  return {
    replicaCount: platform.cluster.corednsReplicas,
    affinity: awayFromDataNodes(platform),
    topologySpreadConstraints: [spread(ZONE_LABEL), spread(HOST_LABEL)],
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
  };
}

/**
 * aws-ebs-csi-driver: volumes carry the stack's tags, which provider tags can't reach. The node pods run on every node, tainted or not
 * (document 000, section 1: ebs-csi-node on all nodes), the controller on none whose disks hold data.
 */
export function ebsCsiConfiguration(platform: Platform): AddOnConfiguration {
  return {
    controller: { extraVolumeTags: { ...stackTags(platform) }, affinity: awayFromDataNodes(platform) },
    node: { tolerateAllTaints: true },
  };
}
