import { TerminationHandler } from "../../../infra/karpenter/termination-handler";
import { spotTolerations, terminationHandlerValues } from "../../../infra/karpenter/termination-values";
import { prodPlatform } from "../prod-platform";
import { recordGraph } from "../recorded-graph";

test("a DaemonSet on all spot nodes that asks the metadata service, as SPOT-003 says", () => {
  expect(terminationHandlerValues(prodPlatform())).toEqual({
    fullnameOverride: "aws-node-termination-handler",
    image: { tag: "v1.22.0" },
    targetNodeOs: "linux",
    enableSqsTerminationDraining: false,
    enableSpotInterruptionDraining: true,
    enableScheduledEventDraining: true,
    enableRebalanceMonitoring: false,
    enableRebalanceDraining: false,
    taintNode: true,
    emitKubernetesEvents: true,
    podTerminationGracePeriod: 30,
    nodeTerminationGracePeriod: 120,
    webhookURL: "",
    enablePrometheusServer: true,
    daemonsetNodeSelector: { "capacity-type": "spot" },
    daemonsetTolerations: [{ key: "spot-instance", operator: "Equal", value: "true", effect: "NoSchedule" }],
  });
});

describe("tolerations", () => {
  const taint = { key: "spot-instance", value: "true", effect: "NoSchedule" } as const;
  const spot = { capacity: "spot", labels: { "capacity-type": "spot" }, taints: [taint] } as const;

  test("of spot pools only, each taint once", () => {
    const reserved = { key: "dedicated", value: "memory-workloads", effect: "NoSchedule" } as const;
    const onDemand = { capacity: "on-demand", labels: {}, taints: [reserved] } as const;
    expect(spotTolerations({ one: spot, two: spot, other: onDemand })).toEqual([
      { key: "spot-instance", operator: "Equal", value: "true", effect: "NoSchedule" },
    ]);
  });

  test("a spot pool without the label is refused, with the way out", () => {
    expect(() => spotTolerations({ cheap: { ...spot, labels: {} } })).toThrow(
      "vantage:nodePools.cheap.labels: a spot pool without the label capacity-type: spot gets no termination handler. " +
        "Add capacity-type: spot to its labels.",
    );
  });
});

test("the release in kube-system", async () => {
  const { graph } = await recordGraph(() => new TerminationHandler("handler", { platform: prodPlatform() }));
  expect(graph.find("kubernetes:helm.sh/v3:Release", "handler-release").inputs).toMatchObject({
    name: "aws-node-termination-handler",
    chart: "oci://public.ecr.aws/aws-ec2/helm/aws-node-termination-handler",
    version: "0.24.0",
    namespace: "kube-system",
  });
});
