import { ApiRefusal } from "./api-refusal";
import type { ApiTransport } from "./api-transport";

/** Where the objects of a kind are. */
export interface ResourceType {
  /** `/api/v1` or `/apis/<group>/<version>`. */
  readonly root: string;
  /** Plural name in paths, such as `statefulsets`. */
  readonly resource: string;
  readonly namespaced: boolean;
}

interface ResourceList {
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

/** Which kinds an API server serves; asked once for each group and version, and again for a kind that wasn't there the last time. */
export class Discovery {
  readonly #transport: ApiTransport;
  readonly #known = new Map<string, ResourceType>();

  constructor(transport: ApiTransport) {
    this.#transport = transport;
  }

  /**
   * The resource of a kind.
   * @throws {ApiRefusal} with code 404 and reason `NoMatch` when the server doesn't serve it, as when its definition is not installed
   */
  async typeOf(apiVersion: string, kind: string): Promise<ResourceType> {
    const key = `${apiVersion}/${kind}`;
    if (!this.#known.has(key)) await this.#ask(apiVersion);
    const type = this.#known.get(key);
    if (type === undefined) {
      const message = `no matches for kind "${kind}" in version "${apiVersion}"`;
      throw new ApiRefusal({ kind: "Status", code: 404, reason: "NoMatch", message });
    }
    return type;
  }

  async #ask(apiVersion: string): Promise<void> {
    const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    try {
      const { resources } = (await this.#transport("GET", root)).body as ResourceList;
      for (const { name, kind, namespaced } of resources) {
        // A slash marks a part of a resource, such as its status, under the same kind or another.
        if (!name.includes("/")) this.#known.set(`${apiVersion}/${kind}`, { root, resource: name, namespaced });
      }
    } catch (error) {
      if (!(error instanceof ApiRefusal && error.code === 404)) throw error;
    }
  }
}
