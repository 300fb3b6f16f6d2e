import { operatorSpec } from "../../../charts/istio/operator-spec";
import { valueAt } from "../../../charts/kube-object";
import { prodPlatform, prodWith } from "../../infra/prod-platform";
import { deployable, documented } from "../rendered";

const OPERATOR = "install.istio.io/IstioOperator istio-system/control-plane";
const prod = prodPlatform();
const component = (...path: (string | number)[]) =>
  valueAt(deployable(prod)(OPERATOR), ["spec", "components", ...path]);

const AWAY_FROM_BROKERS = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: "node.kubernetes.io/pool", operator: "NotIn", values: ["worker-kafka-v2"] }] },
      ],
    },
  },
};

const spread = (app: string) => [
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    name: app,
    patches: [
      {
        path: "spec.template.spec.topologySpreadConstraints",
        value: [
          {
            maxSkew: 1,
            topologyKey: "topology.kubernetes.io/zone",
            whenUnsatisfiable: "DoNotSchedule",
            labelSelector: { matchLabels: { app } },
          },
        ],
      },
    ],
  },
];

describe("the IstioOperator", () => {
  it("is Istio 1.22.4's default profile, with images of the release", () => {
    const { components, meshConfig, ...rest } = deployable(prod)(OPERATOR).spec as Record<string, unknown>;
    expect(rest).toEqual({ profile: "default", hub: "docker.io/istio", tag: "1.22.4" });
    expect(meshConfig).toEqual({
      defaultConfig: { proxyMetadata: { SECRET_TTL: "24h0m0s", SECRET_GRACE_PERIOD_RATIO: "0.0834" } },
    });
    expect(Object.keys(components as object).sort()).toEqual(["cni", "egressGateways", "ingressGateways", "pilot"]);
  });

  it("has two istiod, which sign for seven days at most and make sidecars that end", () => {
    expect(component("pilot")).toEqual({
      enabled: true,
      k8s: {
        replicaCount: 2,
        hpaSpec: { minReplicas: 2, maxReplicas: 5 },
        resources: { requests: { cpu: "1200m", memory: "1280Mi" }, limits: { cpu: "2", memory: "2Gi" } },
        securityContext: { seccompProfile: { type: "RuntimeDefault" } },
        affinity: AWAY_FROM_BROKERS,
        overlays: spread("istiod"),
        env: [
          { name: "DEFAULT_WORKLOAD_CERT_TTL", value: "24h0m0s" },
          { name: "MAX_WORKLOAD_CERT_TTL", value: "168h0m0s" },
          { name: "ENABLE_NATIVE_SIDECARS", value: "true" },
        ],
      },
    });
  });

  it("has three gateways in, over the zones, behind a load balancer of the VPC with the stack's tags", () => {
    expect(component("ingressGateways")).toEqual([
      {
        name: "istio-ingressgateway",
        enabled: true,
        k8s: {
          replicaCount: 3,
          hpaSpec: { minReplicas: 3, maxReplicas: 5 },
          resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { cpu: "2", memory: "1Gi" } },
          securityContext: { seccompProfile: { type: "RuntimeDefault" } },
          affinity: AWAY_FROM_BROKERS,
          overlays: spread("istio-ingressgateway"),
          serviceAnnotations: {
            "service.beta.kubernetes.io/aws-load-balancer-type": "nlb",
            "service.beta.kubernetes.io/aws-load-balancer-cross-zone-load-balancing-enabled": "true",
            "service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags":
              "environment=production,team=platform-infra,stack=prod,managed-by=pulumi",
            "service.beta.kubernetes.io/aws-load-balancer-internal": "true",
          },
        },
      },
    ]);
  });

  it("has two gateways out, which the default profile would leave out", () => {
    expect(component("egressGateways")).toMatchObject([
      {
        name: "istio-egressgateway",
        enabled: true,
        k8s: {
          replicaCount: 2,
          hpaSpec: { minReplicas: 2, maxReplicas: 5 },
          overlays: spread("istio-egressgateway"),
        },
      },
    ]);
  });

  it("redirects traffic from the nodes, so that no pod needs root and NET_ADMIN for it", () => {
    expect(component("cni")).toEqual({
      enabled: true,
      namespace: "kube-system",
      k8s: { resources: { requests: { cpu: "100m", memory: "100Mi" }, limits: { cpu: "500m", memory: "256Mi" } } },
    });
  });

  it("says as documented how many there are, and nothing of autoscalers", () => {
    const k8s = (...path: (string | number)[]) =>
      valueAt(documented(prod)(OPERATOR), ["spec", "components", ...path, "k8s"]) as Record<string, unknown>;
    const all = [k8s("pilot"), k8s("ingressGateways", 0), k8s("egressGateways", 0)];
    expect(all.map(({ replicaCount }) => replicaCount)).toEqual([2, 3, 2]);
    expect(all.filter((settings) => "hpaSpec" in settings)).toEqual([]);
  });

  it("follows the stack file", () => {
    const other = prodWith(({ istio, nodePools }) => {
      istio.ingressGateway.internal = false;
      istio.nativeSidecars = false;
      delete nodePools["worker-kafka-v2"];
    });
    const { pilot, ingressGateways } = operatorSpec(other).components;
    const [gateway] = ingressGateways;
    expect(gateway?.k8s).not.toHaveProperty("affinity");
    expect(gateway?.k8s.serviceAnnotations).not.toHaveProperty([
      "service.beta.kubernetes.io/aws-load-balancer-internal",
    ]);
    expect(pilot.k8s.env[2]).toEqual({ name: "ENABLE_NATIVE_SIDECARS", value: "false" });
  });
});
