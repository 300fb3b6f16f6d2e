import { parseAllDocuments } from "yaml";
import { type KubeObject, referenceOf, referenceText } from "../charts/kube-object";
import type { Platform } from "../config/platform";
import { Estate } from "./estate";
import type { PlannedResource } from "./resource";

const KUBERNETES = "kubernetes:";
/** A Helm release is a resource of the provider, not an object of the cluster. */
const HELM_RELEASE = "kubernetes:helm.sh/v3:Release";
const COMMAND = "command:local:Command";

/**
 * The estate of a plan and of what the charts render. Of an object that both have the rendered one counts: it is what reviewers see.
 */
export function estateOfPlan(
  platform: Platform,
  resources: readonly PlannedResource[],
  rendered: readonly KubeObject[],
  today: Date,
): Estate {
  const objects = new Map(
    [...resources.flatMap(objectsIn), ...rendered].map((object) => [referenceText(referenceOf(object)), object]),
  );
  return new Estate({ resources, objects: [...objects.values()], platform, today });
}

/** The Kubernetes object that a resource is, or the objects that it hands to a command (an IstioOperator goes to istioctl). */
export function objectsIn({ type, inputs }: PlannedResource): readonly KubeObject[] {
  if (type === COMMAND) return typeof inputs.stdin === "string" ? documentsIn(inputs.stdin).filter(isKubeObject) : [];
  return type.startsWith(KUBERNETES) && type !== HELM_RELEASE && isKubeObject(inputs) ? [inputs] : [];
}

/** The documents of a YAML text; none when it is something else. */
export function documentsIn(text: string): readonly unknown[] {
  const documents = parseAllDocuments(text, { version: "1.1" });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return [];
  return documents.map((document): unknown => document.toJS());
}

/** Whether a value is a Kubernetes object. */
export function isKubeObject(value: unknown): value is KubeObject {
  const { apiVersion, kind, metadata } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof apiVersion === "string" && typeof kind === "string" && typeof metadata === "object";
}
