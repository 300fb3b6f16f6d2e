import { valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { istiodVariable, istioOperators } from "./istio-components";
import { finding } from "./object-readers";
import { type PodTemplate, podTemplates } from "./pod-templates";
import { hasInjection } from "./sidecar-namespaces";

/** Kinds whose pods come to an end. */
const ENDING: ReadonlySet<string> = new Set(["CronJob", "Job"]);

const OPT_OUT = "sidecar.istio.io/inject";

/** Judges Jobs and CronJobs in namespaces with injection, unless sidecars are of the kind that ends by itself. */
export const sidecarJobs: ManifestCheck = {
  title: "Jobs that get a sidecar come to an end",
  severity: "high",
  why: "A Job is done when all its containers are, and a sidecar of the old kind never is: it runs on, and the next one of a CronJob doesn't start.",
  remediation: `Turn vantage:istio.nativeSidecars on, or label the pods of the job ${OPT_OUT}: "false".`,
  source: "Istio 1.22, ENABLE_NATIVE_SIDECARS; kubernetes.io, Sidecar Containers",
  link: "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/",
  find: ({ objects }) => {
    const native = istioOperators(objects).some(
      (operator) => istiodVariable(operator, "ENABLE_NATIVE_SIDECARS") === "true",
    );
    const injected = objects.filter((object) => object.kind === "Namespace" && hasInjection(object));
    const names = new Set(injected.map(({ metadata }) => metadata.name));
    if (native) return [];
    return podTemplates(objects)
      .filter(({ object }) => ENDING.has(object.kind) && names.has(object.metadata.namespace ?? ""))
      .flatMap(endless);
  },
};

function endless({ object, path, spec }: PodTemplate): readonly ManifestFinding[] {
  const optsOut = ["labels", "annotations"].some(
    (key) => valueAt(object, [...path, "metadata", key, OPT_OUT]) === "false",
  );
  if (optsOut || spec.hostNetwork === true) return [];
  const message = `its pods get a sidecar that never ends: turn vantage:istio.nativeSidecars on, or label the pod ${OPT_OUT}: "false"`;
  return [finding(object, path, message)];
}
