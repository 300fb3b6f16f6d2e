import * as pulumi from "@pulumi/pulumi";

/** A Kubernetes object as data. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/**
 * Any Kubernetes object as a resource of its own, so that a preview shows the change of a field and not of a file. The same as the SDK's class of the
 * kind registers, without a class per kind.
 */
export class KubernetesObject extends pulumi.CustomResource {
  constructor(name: string, manifest: Manifest, opts: pulumi.CustomResourceOptions) {
    super(objectToken(manifest), name, { ...manifest }, opts);
  }
}

/** Type of a kind in Pulumi: the core group, which has no name in the API, is called `core`. */
export function objectToken({ apiVersion, kind }: Pick<Manifest, "apiVersion" | "kind">): string {
  return `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
}

/** Logical name of an object: its chart, kind, namespace and name. */
export function objectName(chart: string, { kind, metadata: { name, namespace } }: Manifest): string {
  return [chart, kind.toLowerCase(), ...(namespace === undefined ? [] : [namespace]), name].join("-");
}
