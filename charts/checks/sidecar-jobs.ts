import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { istiodVariable, istioOperators } from "./istio-components";
import { hasInjection } from "./sidecar-namespaces";

const OPT_OUT = "sidecar.istio.io/inject";

/** Jobs that get a sidecar come to an end. */
export const sidecarJobs: ManifestCheck = {
  why: "A Job is done when all its containers are, and a sidecar of the old kind never is: it runs on, and the next one of a CronJob doesn't start.",
  source: "Istio 1.22, ENABLE_NATIVE_SIDECARS; kubernetes.io, Sidecar Containers",
  find: ({ objects }) => {
    const native = istioOperators(objects).some(
      (operator) => istiodVariable(operator, "ENABLE_NATIVE_SIDECARS") === "true",
    );
    const injected = objects.filter((object) => object.kind === "Namespace" && hasInjection(object));
    const names = new Set(injected.map(({ metadata }) => metadata.name));
    return native ? [] : objects.filter(({ metadata }) => names.has(metadata.namespace ?? "")).flatMap(endless);
  },
};

/** Where each kind has the pod that it starts. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
};

function endless(object: KubeObject): readonly ManifestFinding[] {
  const path = TEMPLATES[object.kind];
  if (path === undefined) return [];
  const template = valueAt(object, path);
  const optsOut = ["labels", "annotations"].some((key) => valueAt(template, ["metadata", key, OPT_OUT]) === "false");
  if (optsOut || valueAt(template, ["spec", "hostNetwork"]) === true) return [];
  const message = `its pods get a sidecar that never ends: turn vantage:istio.nativeSidecars on, or label the pod ${OPT_OUT}: "false"`;
  return [{ object: referenceOf(object), path, message }];
}
