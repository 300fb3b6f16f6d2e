import {
  corednsConfiguration,
  ebsCsiConfiguration,
  vpcCniConfiguration,
} from "../../../infra/cluster/add-on-configuration";
import { prodPlatform, prodWith } from "../prod-platform";

describe("vpc-cni", () => {
  it("delegates prefixes, takes pod addresses by zone and enforces network policies", () => {
    expect(vpcCniConfiguration()).toEqual({
      enableNetworkPolicy: "true",
      env: {
        AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true",
        ENI_CONFIG_LABEL_DEF: "topology.kubernetes.io/zone",
        ENABLE_PREFIX_DELEGATION: "true",
        WARM_PREFIX_TARGET: "1",
      },
    });
  });
});

describe("coredns", () => {
  it("runs the three documented pods, spread, and gives up one at a time", () => {
    const labelSelector = { matchLabels: { "k8s-app": "kube-dns" } };
    const spread = { maxSkew: 1, whenUnsatisfiable: "ScheduleAnyway", labelSelector };
    expect(corednsConfiguration(prodPlatform())).toEqual({
      replicaCount: 3,
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
});

describe("aws-ebs-csi-driver", () => {
  it("tags volumes as the stack's and runs on every node", () => {
    expect(ebsCsiConfiguration(prodPlatform())).toEqual({
      controller: {
        extraVolumeTags: {
          environment: "production",
          team: "platform-infra",
          stack: "prod",
          "managed-by": "pulumi",
        },
      },
      node: { tolerateAllTaints: true },
    });
  });
});
