import type { KubeObject } from "../../../charts/kube-object";
import { ApiRefusal } from "./api-refusal";
import { type ApiAddress, type ApiAnswer, type ApiTransport, apiTransport } from "./api-transport";
import { Discovery } from "./discovery";

/** Who is said to own the fields that an apply sets, unless told otherwise. */
export const DEFAULT_FIELD_MANAGER = "vantage";

/** An object as an API server has it. */
export interface LiveObject extends KubeObject {
  readonly metadata: KubeObject["metadata"] & {
    readonly uid: string;
    /** Changes with every write that changes anything. */
    readonly resourceVersion: string;
    /** Counts the changes of what is wanted; kinds without a status have none. */
    readonly generation?: number;
  };
}

/** What is needed to find an object. */
export type Locator = Pick<KubeObject, "apiVersion" | "kind"> & {
  readonly metadata: { readonly name: string; readonly namespace?: string };
};

/** How to write. */
export interface WriteOptions {
  /** @default {@link DEFAULT_FIELD_MANAGER} */
  readonly fieldManager?: string;
  /** Judge as usual, store nothing. @default false */
  readonly dryRun?: boolean;
}

/** How to apply. */
export interface ApplyOptions extends WriteOptions {
  /** Take over fields that another manager owns instead of being refused with a conflict. @default false */
  readonly force?: boolean;
}

/** A warning that came with an answer. */
export interface ApiWarning {
  /** Kind and name of the object. */
  readonly object: string;
  readonly text: string;
}

/** A client for data, not for types: any object of any kind that the server serves. All calls throw {@link ApiRefusal}. */
export class ApiClient {
  readonly #address: ApiAddress;
  readonly #transport: ApiTransport;
  readonly #discovery: Discovery;
  readonly #warnings: ApiWarning[] = [];

  constructor(address: ApiAddress) {
    this.#address = address;
    this.#transport = apiTransport(address);
    this.#discovery = new Discovery(this.#transport);
  }

  /** What writes were admitted with a warning, in order: deprecated versions, repeated list items, levels of Pod Security that only warn. */
  get warnings(): readonly ApiWarning[] {
    return this.#warnings;
  }

  /** A client that asks as another user, such as `system:serviceaccount:<namespace>:<name>`: what RBAC lets that one do. */
  as(user: string, groups: readonly string[] = []): ApiClient {
    // Impersonated users are authenticated, but get only the groups that are named.
    const all = ["system:authenticated", ...groups];
    return new ApiClient({ ...this.#address, headers: { "impersonate-user": user, "impersonate-group": all } });
  }

  /** Applies an object on the server's side (server-side apply), with unknown and repeated fields refused. */
  async apply(object: KubeObject, options: ApplyOptions = {}): Promise<LiveObject> {
    const path = `${await this.#pathOf(object)}?${query(options, { force: String(options.force ?? false) })}`;
    const body = { type: "application/apply-patch+yaml", content: object };
    return this.#written(object, await this.#transport("PATCH", path, body));
  }

  /** Applies the status of an object that is there already, as its controller would: there is none here. */
  async applyStatus(object: KubeObject): Promise<LiveObject> {
    const path = `${await this.#pathOf(object)}/status?${query({}, { force: "true" })}`;
    const body = { type: "application/apply-patch+yaml", content: object };
    return this.#written(object, await this.#transport("PATCH", path, body));
  }

  /** Creates an object, as a POST does: an existing one of the name is a refusal. */
  async create(object: KubeObject, options: WriteOptions = {}): Promise<LiveObject> {
    const path = `${await this.#collectionOf(object, object.metadata.namespace)}?${query(options)}`;
    return this.#written(object, await this.#transport("POST", path, { type: "application/json", content: object }));
  }

  /** The object, or undefined when there is none of that name. */
  async get(object: Locator): Promise<LiveObject | undefined> {
    try {
      return (await this.#transport("GET", await this.#pathOf(object))).body as LiveObject;
    } catch (error) {
      if (error instanceof ApiRefusal && error.reason === "NotFound") return undefined;
      throw error;
    }
  }

  /** All objects of a kind, in one namespace or in all. */
  async list(apiVersion: string, kind: string, namespace?: string): Promise<readonly LiveObject[]> {
    const { root, resource } = await this.#discovery.typeOf(apiVersion, kind);
    const path = namespace === undefined ? `${root}/${resource}` : `${root}/namespaces/${namespace}/${resource}`;
    return ((await this.#transport("GET", path)).body as { items: readonly LiveObject[] }).items;
  }

  /** Deletes an object. Without controllers nothing removes what it owns, nor what is in a namespace. */
  async delete(object: Locator): Promise<void> {
    await this.#transport("DELETE", await this.#pathOf(object));
  }

  /** A path of the API as it is, such as `/version`. */
  async raw(path: string): Promise<unknown> {
    return (await this.#transport("GET", path)).body;
  }

  async #pathOf({ apiVersion, kind, metadata: { name, namespace } }: Locator): Promise<string> {
    return `${await this.#collectionOf({ apiVersion, kind }, namespace)}/${name}`;
  }

  async #collectionOf({ apiVersion, kind }: Pick<Locator, "apiVersion" | "kind">, namespace?: string): Promise<string> {
    const { root, resource, namespaced } = await this.#discovery.typeOf(apiVersion, kind);
    // Other clients put it into `default` without a word; no object of this platform belongs there.
    if (namespaced && namespace === undefined) throw new Error(`A ${kind} needs a namespace, and names none.`);
    if (!namespaced && namespace !== undefined) throw new Error(`A ${kind} has no namespace, and names ${namespace}.`);
    return namespaced ? `${root}/namespaces/${namespace}/${resource}` : `${root}/${resource}`;
  }

  #written({ kind, metadata }: KubeObject, { body, warnings }: ApiAnswer): LiveObject {
    for (const text of warnings) this.#warnings.push({ object: `${kind} ${metadata.name}`, text });
    return body as LiveObject;
  }
}

/**
 * Whether a second write left an object as the first one made it. Not for dry runs, which give the version that is stored whatever they would
 * change.
 */
export function isUnchanged(first: LiveObject, second: LiveObject): boolean {
  const versionOf = ({ metadata }: LiveObject) => `${metadata.uid} ${metadata.resourceVersion} ${metadata.generation}`;
  return versionOf(first) === versionOf(second);
}

function query({ fieldManager, dryRun }: WriteOptions, more: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({
    fieldManager: fieldManager ?? DEFAULT_FIELD_MANAGER,
    fieldValidation: "Strict",
    ...more,
    ...(dryRun === true ? { dryRun: "All" } : {}),
  }).toString();
}
