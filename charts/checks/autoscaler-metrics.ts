import type { Platform } from "../../config/platform";
import { DEFAULT_METRIC_TYPE, METRIC_APIS } from "../../config/reference/metric-apis";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { istioComponents, istioOperators } from "./istio-components";
import { finding, listAt, textAt } from "./object-readers";
import { autoscalersOf } from "./scaled-workloads";

type Path = readonly (string | number)[];

/** Judges the autoscalers of the rendering, and those that Istio's charts add. */
export const autoscalerMetrics: ManifestCheck = {
  title: "Something serves the metrics that each autoscaler asks for",
  severity: "high",
  why: "An autoscaler without its metrics shows <unknown> and leaves the number of pods as it is, whatever the load; Kubernetes and EKS serve none themselves.",
  remediation: "Install the add-on that the message names, or ask for metrics of a type that an add-on serves.",
  source: "kubernetes.io, Horizontal Pod Autoscaling, Support for metrics APIs; kubernetes-sigs/metrics-server, README",
  link: "https://docs.aws.amazon.com/eks/latest/userguide/metrics-server.html",
  find: ({ objects, platform }) => [
    ...autoscalersOf(objects).flatMap((autoscaler) => unserved(autoscaler, ["spec"], platform)),
    ...istioOperators(objects).flatMap((operator) =>
      istioComponents(operator)
        .filter(({ values }) => valueAt(operator, ["spec", "values", ...values, "autoscaleEnabled"]) !== false)
        .flatMap(({ path }) => unserved(operator, [...path, "k8s", "hpaSpec"], platform)),
    ),
  ],
};

/** The metrics of an autoscaler, described at a path of an object, that nothing serves. */
function unserved(object: KubeObject, spec: Path, { addOns }: Platform): readonly ManifestFinding[] {
  const listed = listAt(object, [...spec, "metrics"]).map((metric, index) => ({
    path: [...spec, "metrics", index],
    type: textAt(metric, ["type"]),
  }));
  const metrics = listed.length > 0 ? listed : [{ path: spec, type: DEFAULT_METRIC_TYPE }];
  return metrics.flatMap(({ path, type }) => {
    const api = METRIC_APIS[type];
    if (api === undefined) {
      return [finding(object, path, `metric of type ${type}; one of ${Object.keys(METRIC_APIS).join(", ")}`)];
    }
    if (api.addOn === undefined) {
      return [finding(object, path, `metrics of type ${type} are those of ${api.group}, which no add-on serves`)];
    }
    return Object.hasOwn(addOns.releases, api.addOn)
      ? []
      : [finding(object, path, `metrics of type ${type} need the add-on ${api.addOn}, which serves ${api.group}`)];
  });
}
