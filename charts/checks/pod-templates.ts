import { type KubeObject, referenceOf } from "../kube-object";
import { listAt, mappingAt } from "./object-readers";

type Path = readonly (string | number)[];
type Mapping = Readonly<Record<string, unknown>>;

/** The pods that an object makes. */
export interface PodTemplate {
  readonly object: KubeObject;
  /** Keys from the top of the object to the template; none for a Pod. */
  readonly path: Path;
  readonly labels: Mapping;
  readonly spec: Mapping;
}

/** A container of a template, and where it stands in the object. */
export interface TemplateContainer {
  readonly path: Path;
  readonly container: Mapping;
}

/** Where each kind that Kubernetes itself makes pods of has their template. */
const TEMPLATES: Readonly<Record<string, Path>> = {
  "/Pod": [],
  "apps/DaemonSet": ["spec", "template"],
  "apps/Deployment": ["spec", "template"],
  "apps/ReplicaSet": ["spec", "template"],
  "apps/StatefulSet": ["spec", "template"],
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"],
  "batch/Job": ["spec", "template"],
};

/** Every pod template of a rendering, in its order. Pods that an operator makes of its own resources have none here. */
export function podTemplates(objects: readonly KubeObject[]): readonly PodTemplate[] {
  return objects.flatMap((object) => {
    const path = TEMPLATES[`${referenceOf(object).group}/${object.kind}`];
    return path === undefined
      ? []
      : [
          {
            object,
            path,
            labels: mappingAt(object, [...path, "metadata", "labels"]),
            spec: mappingAt(object, [...path, "spec"]),
          },
        ];
  });
}

/** The containers of a template: those that run before the others, then those that run. */
export function containersOf({ path, spec }: PodTemplate): readonly TemplateContainer[] {
  return ["initContainers", "containers"].flatMap((list) =>
    listAt(spec, [list]).map((_, index) => ({
      path: [...path, "spec", list, index],
      container: mappingAt(spec, [list, index]),
    })),
  );
}

/** A port that a container declares. */
export interface ContainerPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
}

/** The ports that a container declares; without a protocol it is TCP. */
export function portsOf(container: Mapping): readonly ContainerPort[] {
  return listAt(container, ["ports"]).map((_, index) => {
    const port = mappingAt(container, ["ports", index]);
    return {
      name: String(port.name ?? ""),
      number: Number(port.containerPort),
      protocol: String(port.protocol ?? "TCP"),
    };
  });
}
