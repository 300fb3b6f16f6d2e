import { istioAutoscaling } from "../../../charts/checks/istio-autoscaling";
import { pathText } from "../../../charts/kube-object";
import { operator, platform } from "./istio-fixture";

const found = (spec: object) =>
  istioAutoscaling
    .find({ objects: [operator(spec)], platform })
    .map(({ path, message }) => `${pathText(path)}: ${message}`);
const pilot = (k8s: object, more: object = {}) => ({ components: { pilot: { k8s } }, ...more });
const values = (autoscaleEnabled: boolean) => ({ values: { pilot: { autoscaleEnabled } } });

describe("check istio-autoscaling", () => {
  it.each([
    [
      "the minimum of the autoscaler is the number of replicas",
      pilot({ replicaCount: 2, hpaSpec: { minReplicas: 2 } }),
    ],
    ["there is no autoscaler", pilot({ replicaCount: 2 }, values(false))],
    ["no number is asked for", pilot({})],
    ["one is asked for, as the default is", pilot({ replicaCount: 1 })],
    ["the gateway isn't installed", { components: { egressGateways: [{ enabled: false, k8s: { replicaCount: 2 } }] } }],
  ])("holds when %s", (_, spec) => {
    expect(found(spec)).toEqual([]);
  });

  it.each([
    [
      "replicas alone",
      pilot({ replicaCount: 2 }),
      "spec.components.pilot.k8s.hpaSpec: replicaCount is 2, but an idle mesh is scaled down to 1: set hpaSpec.minReplicas to 2",
    ],
    [
      "another minimum",
      { components: { ingressGateways: [{ k8s: { replicaCount: 3, hpaSpec: { minReplicas: 2 } } }] } },
      "spec.components.ingressGateways[0].k8s.hpaSpec: replicaCount is 3, but an idle mesh is scaled down to 2",
    ],
    [
      "a maximum below",
      pilot({ replicaCount: 2, hpaSpec: { minReplicas: 2, maxReplicas: 1 } }),
      "spec.components.pilot.k8s.hpaSpec.maxReplicas: maxReplicas is 1, below the 2 of replicaCount",
    ],
    [
      "the default maximum below",
      pilot({ replicaCount: 6, hpaSpec: { minReplicas: 6 } }),
      "maxReplicas is 5, below the 6 of replicaCount",
    ],
    [
      "an autoscaler that is asked for among the values",
      pilot({ replicaCount: 2, hpaSpec: { minReplicas: 2 } }, values(true)),
      "spec.components.pilot.k8s.replicaCount: replicaCount 2 is skipped",
    ],
  ])("finds %s", (_, spec, message) => {
    expect(found(spec)).toEqual([expect.stringContaining(message)]);
  });
});
