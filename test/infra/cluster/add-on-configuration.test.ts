import {
  corednsConfiguration,
  ebsCsiConfiguration,
  vpcCniConfiguration,
} from "../../../infra/cluster/add-on-configuration";
import { prodPlatform, prodWith } from "../prod-platform";

/** No pool of the platform has disks with data. */
const withoutDataPools = prodWith((input) => {
  delete input.nodePools["worker-kafka-v2"];
});

const awayFromKafka = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: "node.kubernetes.io/pool", operator: "NotIn", values: ["worker-kafka-v2"] }] },
      ],
    },
  },
};

describe("vpc-cni", () => {
  it("delegates prefixes, takes pod addresses by zone, shows them outside and enforces network policies", () => {
    expect(vpcCniConfiguration()).toEqual({
      enableNetworkPolicy: "true",
      env: {
        AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true",
        AWS_VPC_K8S_CNI_EXTERNALSNAT: "true",
        ENI_CONFIG_LABEL_DEF: "topology.kubernetes.io/zone",
        ENABLE_PREFIX_DELEGATION: "true",
        WARM_PREFIX_TARGET: "1",
      },
    });
  });
});

describe("coredns", () => {
  it("runs the three documented pods, spread, off the brokers' nodes, and gives up one at a time", () => {
    const labelSelector = { matchLabels: { "k8s-app": "kube-dns" } };
    const spread = { maxSkew: 1, whenUnsatisfiable: "ScheduleAnyway", labelSelector };
    expect(corednsConfiguration(prodPlatform())).toEqual({
      replicaCount: 3,
      affinity: awayFromKafka,
      topologySpreadConstraints: [
        { ...spread, topologyKey: "topology.kubernetes.io/zone" },
        { ...spread, topologyKey: "kubernetes.io/hostname" },
      ],
      podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    });
  });

  it("follows the configured number", () => {
    const platform = prodWith((input) => {
      input.cluster.corednsReplicas = 5;
    });
    expect(corednsConfiguration(platform)).toMatchObject({ replicaCount: 5 });
  });

  it("runs anywhere when no node's disks hold data", () => {
    expect(corednsConfiguration(withoutDataPools).affinity).toEqual({});
  });
});

describe("aws-ebs-csi-driver", () => {
  it("tags volumes as the stack's, runs on every node, and its controller off the brokers' nodes", () => {
    expect(ebsCsiConfiguration(prodPlatform())).toEqual({
      controller: {
        extraVolumeTags: {
          environment: "production",
          team: "platform-infra",
          stack: "prod",
          "managed-by": "pulumi",
        },
        affinity: awayFromKafka,
      },
      node: { tolerateAllTaints: true },
    });
  });

  it("has its controller anywhere when no node's disks hold data", () => {
    expect(ebsCsiConfiguration(withoutDataPools)).toMatchObject({ controller: { affinity: {} } });
  });
});
