import { autoscalerMetrics } from "../../../charts/checks/autoscaler-metrics";
import type { KubeObject } from "../../../charts/kube-object";
import { deployableRendering } from "../../../charts/synthesize";
import type { Platform } from "../../../config/platform";
import { prodPlatform } from "../../infra/prod-platform";

const platform = prodPlatform();

/** prod without the add-on. */
const { "metrics-server": _, ...others } = platform.addOns.releases;
const without: Platform = { ...platform, addOns: { releases: others as Platform["addOns"]["releases"] } };

const autoscaler = (...metrics: readonly object[]): KubeObject => ({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name: "a", namespace: "a" },
  spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "a" }, maxReplicas: 3, metrics },
});

const operator = (values: object = {}): KubeObject => ({
  apiVersion: "install.istio.io/v1alpha1",
  kind: "IstioOperator",
  metadata: { name: "a", namespace: "istio-system" },
  spec: { components: { pilot: { k8s: { hpaSpec: { minReplicas: 2 } } } }, values },
});

const CPU = { type: "Resource", resource: { name: "cpu" } };

const found = (on: Platform, ...objects: readonly KubeObject[]) =>
  autoscalerMetrics.find({ objects, platform: on }).map(({ path, message }) => [path.join("."), message]);

const NEEDED = "metrics of type Resource need the add-on metrics-server, which serves metrics.k8s.io";

it("the metrics of resources are served where metrics-server is installed", () => {
  const container = { type: "ContainerResource", containerResource: { name: "cpu", container: "a" } };
  expect(found(platform, autoscaler(CPU, container), autoscaler(), operator())).toEqual([]);
});

it("finds metrics of resources without it, also those of an autoscaler that names none", () => {
  expect(found(without, autoscaler(CPU), autoscaler())).toEqual([
    ["spec.metrics.0", NEEDED],
    ["spec", NEEDED],
  ]);
});

it("finds the autoscalers that Istio's charts add without it, unless they are off", () => {
  expect(found(without, operator())).toEqual([["spec.components.pilot.k8s.hpaSpec", NEEDED]]);
  expect(found(without, operator({ pilot: { autoscaleEnabled: false } }))).toEqual([]);
});

it.each([
  ["of pods", "Pods", "metrics of type Pods are those of custom.metrics.k8s.io, which no add-on serves"],
  ["of an object", "Object", "metrics of type Object are those of custom.metrics.k8s.io, which no add-on serves"],
  ["from outside", "External", "metrics of type External are those of external.metrics.k8s.io, which no add-on serves"],
  ["of no known type", "Cpu", "metric of type Cpu; one of Resource, ContainerResource, Pods, Object, External"],
])("finds metrics %s", (_, type, message) => {
  expect(found(platform, autoscaler(CPU, { type }))).toEqual([["spec.metrics.1", message]]);
});

it("every autoscaler of prod has its metrics, and none without the add-on", () => {
  const objects = deployableRendering(platform).flatMap((rendering) => rendering.objects);
  expect(found(platform, ...objects)).toEqual([]);
  expect(found(without, ...objects)).toHaveLength(
    // istiod and both gateways beside those that are rendered.
    objects.filter(({ kind }) => kind === "HorizontalPodAutoscaler").length + 3,
  );
});
