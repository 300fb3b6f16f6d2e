import { referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { type IstioComponent, istioComponents, istioOperators } from "./istio-components";

/** Replicas of a component when nothing is going on: the minimum of the autoscaler that Istio's charts add, unless it is set. */
const DEFAULT_MINIMUM = 1;

/** Pods of a component at most, unless it is set. Source: Istio 1.22.4, values of the charts (autoscaleMax). */
const DEFAULT_MAXIMUM = 5;

/** Judges each component of an IstioOperator that states replicaCount. */
export const istioAutoscaling: ManifestCheck = {
  title: "The replicas of istiod and of the gateways are the minimum of their autoscalers",
  severity: "medium",
  why: "replicaCount is what a component starts with. The autoscaler of the default profile goes down to its own minimum, 1, as soon as the mesh is idle.",
  remediation:
    "Set hpaSpec.minReplicas of the component to its replicaCount and maxReplicas to no less, and leave autoscaleEnabled out of the values.",
  source: "Istio 1.22.4, rendered; operator/pkg/translate/translate.go; compatibility page, I1 to I4",
  link: "https://istio.io/latest/docs/setup/additional-setup/customize-installation/",
  find: ({ objects }) => istioOperators(objects).flatMap((operator) => istioComponents(operator).flatMap(bounds)),
};

function bounds({ operator, path, values }: IstioComponent): readonly ManifestFinding[] {
  const at = (...keys: readonly string[]) => [...path, "k8s", ...keys];
  const found = (keys: readonly (string | number)[], message: string): ManifestFinding[] => [
    { object: referenceOf(operator), path: keys, message },
  ];
  const replicas = valueAt(operator, at("replicaCount"));
  const autoscaled = valueAt(operator, ["spec", "values", ...values, "autoscaleEnabled"]);
  if (typeof replicas !== "number" || autoscaled === false) return [];
  if (autoscaled === true) {
    return found(at("replicaCount"), `replicaCount ${replicas} is skipped: autoscaleEnabled is set among the values`);
  }
  const minimum = valueAt(operator, at("hpaSpec", "minReplicas")) ?? DEFAULT_MINIMUM;
  if (minimum !== replicas) {
    return found(
      at("hpaSpec"),
      `replicaCount is ${replicas}, but an idle mesh is scaled down to ${minimum}: set hpaSpec.minReplicas to ${replicas}`,
    );
  }
  const maximum = valueAt(operator, at("hpaSpec", "maxReplicas")) ?? DEFAULT_MAXIMUM;
  return typeof maximum === "number" && maximum >= replicas
    ? []
    : found(at("hpaSpec", "maxReplicas"), `maxReplicas is ${maximum}, below the ${replicas} of replicaCount`);
}
