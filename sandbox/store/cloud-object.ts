import type { Properties } from "../server/properties";

/** One thing in the simulated cloud, whoever simulates it. */
export interface CloudObject {
  /** Package of the provider that made it: `aws`, `command` or `kubernetes`. */
  readonly provider: string;
  /** Where it lives: account and region, the account alone for global services, the API server of a cluster, or this machine. */
  readonly location: string;
  /** Token of its type, such as `aws:ec2/vpc:Vpc`. */
  readonly type: string;
  /** Id that the engine keeps; unique within provider, location and type. */
  readonly id: string;
  /** The resource that made it. */
  readonly urn: string;
  /** How many objects the resource had made before: with the URN, the seed of all that is random about this one. */
  readonly creation: number;
  /** Its present settings. Changing them here, behind the engine's back, is drift that `refresh` finds. */
  readonly inputs: Properties;
  /** What the service added by itself: ids, ARNs, endpoints, defaults. */
  readonly outputs: Properties;
}

/** What a store keeps on disk. */
export interface StoreContent {
  readonly version: 1;
  readonly objects: readonly CloudObject[];
  /** How often each URN has been created, so that an object made again gets an id of its own. */
  readonly creations: Readonly<Record<string, number>>;
}

/** Key of an object within a store. */
export function objectKey(object: Pick<CloudObject, "provider" | "location" | "type" | "id">): string {
  return [object.provider, object.location, object.type, object.id].join("\n");
}
