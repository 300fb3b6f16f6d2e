import { istioOperatorFields } from "../../../charts/checks/istio-operators";
import { pathText } from "../../../charts/kube-object";
import { OPERATOR_MESSAGES } from "../../../config/reference/istio-operator-fields";
import { operator, platform } from "./istio-fixture";

const PINNED = { hub: "docker.io/istio", tag: "1.22.4" };
const found = (spec: object) =>
  istioOperatorFields
    .find({ objects: [operator(spec)], platform })
    .map(({ path, message }) => `${pathText(path)}: ${message}`);
const pilot = (k8s: object) => ({ ...PINNED, components: { pilot: { k8s } } });

describe("check istio-operators", () => {
  it("holds for fields of every level and type", () => {
    const spec = {
      ...PINNED,
      profile: "default",
      meshConfig: { anything: { at: ["all"] } },
      values: { pilot: { autoscaleEnabled: false } },
      components: {
        base: { enabled: true },
        pilot: {
          enabled: true,
          k8s: {
            replicaCount: 2,
            env: [{ name: "A", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }],
            podDisruptionBudget: { minAvailable: "50%" },
            nodeSelector: { pool: "general" },
            resources: { requests: { cpu: "1" } },
            securityContext: { runAsNonRoot: true, supplementalGroups: [1337] },
            affinity: {
              podAntiAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: [
                  { labelSelector: { matchLabels: {} }, topologyKey: "z" },
                ],
              },
            },
          },
        },
        ingressGateways: [
          { name: "gateway", label: { app: "gateway" }, k8s: { service: { ports: [{ targetPort: 8443 }] } } },
        ],
      },
    };
    expect(found(spec)).toEqual([]);
  });

  it("has all messages that its fields name", () => {
    const scalars = ["any", "object", "string", "bool", "int", "IntOrString"];
    const named = [...OPERATOR_MESSAGES.values()].flatMap((fields) => [...fields.values()]);
    const messages = new Set(
      named.map((type) => type.replace(/(\[\]|\{\})$/, "")).filter((type) => !scalars.includes(type)),
    );
    expect([...messages].filter((name) => !OPERATOR_MESSAGES.has(name))).toEqual([]);
    expect(messages.size).toBe(57);
    expect(OPERATOR_MESSAGES.size).toBe(58);
  });

  it.each([
    [
      "a field of no spec",
      { ...PINNED, replicas: 2 },
      "spec.replicas: unknown field of IstioOperatorSpec; it has profile,",
    ],
    [
      "a component of no release",
      { ...PINNED, components: { citadel: {} } },
      "spec.components.citadel: unknown field of IstioComponentSetSpec",
    ],
    [
      "a spread over zones beside the overlays",
      pilot({ topologySpreadConstraints: [] }),
      "spec.components.pilot.k8s.topologySpreadConstraints: unknown field of KubernetesResourcesSpec",
    ],
    [
      "a field deep below a list",
      { ...PINNED, components: { ingressGateways: [{ k8s: { overlays: [{ patches: [{ paths: "spec" }] }] } }] } },
      "spec.components.ingressGateways[0].k8s.overlays[0].patches[0].paths: unknown field of PathValue",
    ],
    [
      "a number where a text belongs",
      pilot({ resources: { limits: { cpu: 2 } } }),
      "k8s.resources.limits.cpu: 2; istioctl reads string here",
    ],
    ["a text where a number belongs", pilot({ replicaCount: "2" }), 'k8s.replicaCount: "2"; istioctl reads int here'],
    [
      "a text where a switch belongs",
      { ...PINNED, components: { cni: { enabled: "true" } } },
      'cni.enabled: "true"; istioctl reads bool here',
    ],
    ["a mapping where a list belongs", pilot({ env: { A: "1" } }), 'k8s.env: {"A":"1"}; istioctl reads a list here'],
    [
      "a list where a mapping belongs",
      pilot({ nodeSelector: [] }),
      "k8s.nodeSelector: []; istioctl reads a mapping here",
    ],
    [
      "a list where a message belongs",
      pilot({ hpaSpec: [] }),
      "k8s.hpaSpec: []; istioctl reads a HorizontalPodAutoscalerSpec here",
    ],
    ["no hub", { tag: "1.22.4" }, "spec.hub: hub is missing: the default is gcr.io/istio-testing:latest"],
    ["the tag latest", { hub: "docker.io/istio", tag: "latest" }, "spec.tag: tag is latest"],
  ])("finds %s", (_, spec, message) => {
    expect(found(spec)).toEqual([expect.stringContaining(message)]);
  });

  it("leaves other objects alone", () => {
    expect(istioOperatorFields.find({ objects: [{ ...operator({}), kind: "Gateway" }], platform })).toEqual([]);
  });
});
