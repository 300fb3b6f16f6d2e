import type { KubeObject } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding } from "./object-readers";

/** Labels and annotations by which Helm and its users know the objects of a release. */
const HELM_DOMAIN = /^(meta\.)?helm\.sh\//;
const MANAGED_BY = "app.kubernetes.io/managed-by";

/** Nothing of a rendering is installed by Helm. */
export const helmOwnership: ManifestCheck = {
  title: "No object says that Helm manages it",
  severity: "medium",
  why: "A release of the same name would take the object for its own, change it and, when uninstalled, delete it.",
  remediation: "Remove the labels and annotations of helm.sh, and the value Helm of app.kubernetes.io/managed-by.",
  source: "Helm 3, pkg/action/validate.go (checkOwnership: managed-by Helm, meta.helm.sh/release-name and -namespace)",
  link: "https://helm.sh/docs/chart_best_practices/labels/",
  find: ({ objects }) => objects.flatMap(helmMarks),
};

function helmMarks(object: KubeObject): readonly ManifestFinding[] {
  return (["labels", "annotations"] as const).flatMap((place) =>
    Object.entries(object.metadata[place] ?? {})
      .filter(([key, value]) => HELM_DOMAIN.test(key) || (key === MANAGED_BY && value.toLowerCase() === "helm"))
      .map(([key, value]) =>
        finding(object, ["metadata", place, key], `${key} is ${value}, but no Helm release has this object`),
      ),
  );
}
