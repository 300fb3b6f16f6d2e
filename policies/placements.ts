import type { eks } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { valueAt } from "../charts/kube-object";
import { configurationIn } from "./add-on-configuration";
import { blankResources, isBlank, nothingShown } from "./blank";
import type { NodeTaint } from "./node-config";
import { affinityTerms, type Demand, selectorDemands } from "./node-terms";
import { once, oncePerEstate } from "./once";
import type { Subject } from "./rule";
import { objectSubject, resourceSubject } from "./subject-rule";
import { isMapping, type Mapping, mappingsIn, type Path } from "./walk";

/** What something says of the nodes of its pods. */
export interface Placement {
  /** Where it says so: a pod's specification, or what an operator or a chart makes one of. */
  readonly path: Path;
  /** What a node has to meet: one of these. None where it may be any node. */
  readonly alternatives: readonly (readonly Demand[])[];
  readonly tolerations: readonly Mapping[];
}

/** Something that runs pods, or has them run. */
export interface Workload {
  readonly subject: Subject;
  /** Reading them may come to a value that the plan doesn't show. */
  readonly placements: () => readonly Placement[];
}

/** What the fields of a pod's placement are called, and what charts call them for one of several kinds of pods: `daemonsetNodeSelector`. */
const FIELD = /^(.*?)([nN]odeSelector|[aA]ffinity|[tT]olerations)$/;

/** Whatever says where pods run: objects of any kind, the values of Helm releases and the configuration of EKS add-ons. */
export const workloads = oncePerEstate((estate): readonly Workload[] => {
  const releases = estate.ofType("kubernetes:helm.sh/v3:Release").filter((release) => !isBlank(release));
  const addOns = estate.ofType<Unwrap<eks.AddonArgs>>("aws:eks/addon:Addon");
  return [
    ...estate.objects.map((object) => ({
      subject: objectSubject(object),
      placements: once(() => placementsIn(object)),
    })),
    ...releases.map((release) => ({
      subject: resourceSubject(release),
      placements: once(() => placementsIn(release.inputs.values, ["values"])),
    })),
    ...addOns.map((addOn) => ({
      subject: resourceSubject(addOn),
      placements: once(() => placementsIn(configurationIn(addOn.inputs.configurationValues), ["configurationValues"])),
    })),
    ...blankResources(estate).map((blank) => ({ subject: resourceSubject(blank), placements: nothingShown })),
  ];
});

/** Every placement in a value. */
export function placementsIn(value: unknown, path: Path = []): readonly Placement[] {
  return mappingsIn(value, path).flatMap(({ path: at, mapping }) =>
    prefixesIn(mapping).map((prefix) => placement(mapping, at, prefix)),
  );
}

/** What the fields of a mapping begin with, where it has some: nothing, or the kind of pods that a chart names. */
function prefixesIn(mapping: Mapping): readonly string[] {
  const prefixes = Object.keys(mapping).flatMap((key) => FIELD.exec(key)?.[1] ?? []);
  return [...new Set(prefixes)];
}

function placement(mapping: Mapping, path: Path, prefix: string): Placement {
  const field = (name: string): unknown =>
    mapping[Object.keys(mapping).find((key) => isField(key, prefix, name)) ?? ""];
  const [selector, affinity, tolerations] = [field("nodeSelector"), field("affinity"), field("tolerations")];
  const selected = isMapping(selector) ? selectorDemands(selector) : [];
  const terms = affinityTerms(affinity);
  const alternatives = (terms.length > 0 ? terms : [[]]).map((term) => [...selected, ...term]);
  return {
    path,
    alternatives: alternatives.some((demands) => demands.length > 0) ? alternatives : [],
    tolerations: Array.isArray(tolerations) ? tolerations.filter(isMapping) : [],
  };
}

function isField(key: string, prefix: string, name: string): boolean {
  return key === (prefix === "" ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`);
}

/** Whether a toleration lets a pod onto a node with a taint. Source: Kubernetes, "Taints and Tolerations". */
export function tolerates(toleration: Mapping, { key, value, effect }: NodeTaint): boolean {
  const wanted = valueAt(toleration, ["effect"]);
  if (wanted !== undefined && wanted !== "" && wanted !== effect) return false;
  const exists = valueAt(toleration, ["operator"]) === "Exists";
  const named = valueAt(toleration, ["key"]);
  if (named === undefined || named === "") return exists;
  return named === key && (exists || String(valueAt(toleration, ["value"]) ?? "") === value);
}
