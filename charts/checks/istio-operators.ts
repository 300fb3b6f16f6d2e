import { OPERATOR_MESSAGES, OPERATOR_ROOT } from "../../config/reference/istio-operator-fields";
import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { istioOperators } from "./istio-components";

type Path = readonly (string | number)[];
/** What is wrong at a path. */
type Wrong = readonly [path: Path, message: string];

/** The definition of an IstioOperator has no schema: istioctl alone knows its fields. */
export const istioOperatorFields: ManifestCheck = {
  title: "An IstioOperator has only fields that istioctl knows, and says which images it runs",
  severity: "high",
  why: "istioctl refuses the whole file for one field it doesn't know; the API server takes every field.",
  remediation:
    "Remove or correct the field, or give it a value of the type that istioctl reads, and set spec.hub and spec.tag to those of a release.",
  source: "istio.io/api v1.22.4, operator/v1alpha1/operator.proto; compatibility page, 3.1 (I5, hub and tag)",
  link: "https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/",
  find: ({ objects }) =>
    istioOperators(objects).flatMap((operator) =>
      [...message(OPERATOR_ROOT, valueAt(operator, ["spec"]), ["spec"]), ...unpinned(operator)].map(
        ([path, text]): ManifestFinding => ({ object: referenceOf(operator), path, message: text }),
      ),
    ),
};

/** Without both, images of the day come from Istio's testing registry. */
function unpinned(operator: KubeObject): readonly Wrong[] {
  return ["hub", "tag"].flatMap((key): Wrong[] => {
    const value = valueAt(operator, ["spec", key]);
    return typeof value === "string" && value !== "" && value !== "latest"
      ? []
      : [[["spec", key], `${key} is ${value ?? "missing"}: the default is gcr.io/istio-testing:latest`]];
  });
}

function message(name: string, value: unknown, path: Path): readonly Wrong[] {
  const fields = OPERATOR_MESSAGES.get(name);
  if (fields === undefined) {
    throw new Error(`config/reference/istio-operator-fields.ts has no message ${name}.`);
  }
  if (!isMapping(value)) {
    return [[path, `${show(value)}; istioctl reads a ${name} here`]];
  }
  return Object.entries(value).flatMap(([key, item]): readonly Wrong[] => {
    const type = fields.get(key);
    return type === undefined
      ? [[[...path, key], `unknown field of ${name}; it has ${[...fields.keys()].join(", ")}`]]
      : typed(type, item, [...path, key]);
  });
}

function typed(type: string, value: unknown, path: Path): readonly Wrong[] {
  if (type.endsWith("[]")) {
    return Array.isArray(value)
      ? value.flatMap((item, index) => typed(type.slice(0, -2), item, [...path, index]))
      : [[path, `${show(value)}; istioctl reads a list here`]];
  }
  if (type.endsWith("{}")) {
    return isMapping(value)
      ? Object.entries(value).flatMap(([key, item]) => typed(type.slice(0, -2), item, [...path, key]))
      : [[path, `${show(value)}; istioctl reads a mapping here`]];
  }
  const scalar = SCALARS[type];
  if (scalar === undefined) return message(type, value, path);
  return scalar(value) ? [] : [[path, `${show(value)}; istioctl reads ${type} here`]];
}

/** What each type that isn't a message takes. */
const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  any: () => true,
  object: isMapping,
  string: (value) => typeof value === "string",
  bool: (value) => typeof value === "boolean",
  int: (value) => Number.isInteger(value),
  IntOrString: (value) => Number.isInteger(value) || typeof value === "string",
};

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
