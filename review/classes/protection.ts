import { listAt, textAt } from "../../charts/checks/object-readers";
import { podTemplates } from "../../charts/checks/pod-templates";
import type { KubeObject } from "../../charts/kube-object";
import { holdsData } from "../../infra/kubernetes/apply-order";
import { objectsIn } from "../../policies/estate-of-plan";
import type { PlannedResource } from "../../policies/resource";
import type { Side, Subject } from "./row";

/** Kinds that hold data beside those that the platform itself makes. With a definition go all objects of its kind. */
const MORE_KINDS: ReadonlySet<string> = new Set(["CustomResourceDefinition", "PersistentVolume"]);

/** Settings of a bucket that are resources of their own: who changes them decides about its objects. */
const BUCKET_SETTING = /^aws:s3\/bucket\w+:/;

/** Whether the engine refuses to delete a resource, or one whose settings it is; an object is as protected as it is among the manifests. */
export function isProtected(resource: PlannedResource, side: Side): boolean {
  if (resource.protect || objectsIn(resource).some((object) => guardsData(object, side))) return true;
  if (!BUCKET_SETTING.test(resource.type)) return false;
  const { bucket } = resource.inputs;
  return side.resources.some(
    (other) =>
      other.type === "aws:s3/bucket:Bucket" &&
      other.protect &&
      (resource.dependencies.includes(other.urn) || other.inputs.bucket === bucket),
  );
}

/** Whether the engine refused to delete a resource until now. */
export function wasProtected({ urn, around }: Subject): boolean {
  return around.base.resources.some((one) => one.urn === urn && one.protect);
}

/** Whether an object holds data in the cluster, or decides how long data is kept: the settings of a server with volumes, and the schedule of backups. */
export function guardsData(object: KubeObject, { objects }: Side): boolean {
  const { kind } = object;
  if (holdsData(object) || MORE_KINDS.has(kind)) return true;
  if (kind === "Schedule") return object.apiVersion.startsWith("velero.io/");
  return kind === "ConfigMap" && objects.some((other) => holdsData(other) && mounts(other, object));
}

/** Whether pods of an object have a ConfigMap among their volumes. */
function mounts(object: KubeObject, { metadata }: KubeObject): boolean {
  if (object.metadata.namespace !== metadata.namespace) return false;
  return podTemplates([object]).some(({ spec }) =>
    listAt(spec, ["volumes"]).some((volume) => textAt(volume, ["configMap", "name"]) === metadata.name),
  );
}
