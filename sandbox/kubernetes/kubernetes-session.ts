import { isMap, merged, type Properties, textsAt, withoutSecrets } from "../server/properties";
import { propertyChanges } from "../server/property-diff";
import type { CheckResult, DiffResult, ProviderSession, ReadResult, ResourceIdentity } from "../server/provider";
import { ServiceRefusal } from "../server/service-refusal";
import type { CloudObject } from "../store/cloud-object";
import type { CloudStore } from "../store/cloud-store";
import type { FaultPlan } from "../store/faults";
import { completedRelease, createdNamespaces, releaseFailures, releaseId, releaseOutputs } from "./helm-release";
import { apiServerOf } from "./kubeconfig";
import { HELM_RELEASE, objectKindOf } from "./object-kind";
import { completedObject, isAutonamed, metadataFailures, namespaceOf, objectId } from "./object-metadata";
import { objectOutputs, veiledOutputs } from "./object-outputs";
import { objectChanges } from "./replacing-fields";

/** Token of a namespace. */
const NAMESPACE = "kubernetes:core/v1:Namespace";

/** Namespaces that every cluster is born with. */
const BORN_NAMESPACES: readonly string[] = ["default", "kube-node-lease", "kube-public", "kube-system"];

/** One configured `kubernetes` provider: a cluster, told apart by the address of its API server, over the store that all providers share. */
export class KubernetesSession implements ProviderSession {
  readonly #store: CloudStore;
  readonly #faults: FaultPlan;
  readonly #cancelled = new AbortController();
  #server: string | undefined;
  #namespace = "default";
  #mutableConfigMaps = false;

  constructor(store: CloudStore, faults: FaultPlan) {
    this.#store = store;
    this.#faults = faults;
  }

  /** @throws ServiceRefusal without a kubeconfig. */
  configure(config: Properties): void {
    this.#server = apiServerOf(config.kubeconfig);
    this.#namespace = textsAt(config, "namespace")[0] ?? "default";
    // The engine hands a provider's settings over as text.
    this.#mutableConfigMaps = String(config.enableConfigMapMutable) === "true";
  }

  /** Another cluster replaces the provider, and with it all its objects. Source: pulumi-kubernetes, DiffConfig. */
  diffConfig(before: Properties, after: Properties): DiffResult {
    const moved = serverIn(before) !== serverIn(after);
    const changes = propertyChanges(before, after).map((change) => ({
      ...change,
      replaces: moved && change.path[0] === "kubeconfig",
    }));
    return { changes, deleteBeforeReplace: false };
  }

  /** Completes an object (apiVersion, kind, namespace, a name) and judges what can be judged without a cluster. */
  check(resource: ResourceIdentity, before: Properties, given: Properties): CheckResult {
    const kind = objectKindOf(resource.type);
    const creations = this.#store.creations(resource.urn);
    if (resource.type === HELM_RELEASE) {
      const inputs = completedRelease(resource, before, given, creations, this.#namespace);
      return { inputs, failures: releaseFailures(withoutSecrets(inputs) as Properties) };
    }
    const inputs = completedObject(kind, resource, before, given, creations, this.#namespace);
    return { inputs, failures: metadataFailures(kind, inputs) };
  }

  /** Compares inputs; what the API server added is no change. */
  diff(
    resource: ResourceIdentity,
    _id: string,
    before: Properties,
    _beforeState: Properties,
    inputs: Properties,
  ): DiffResult {
    const changes = objectChanges(
      resource.type,
      objectKindOf(resource.type).kind,
      before,
      inputs,
      this.#mutableConfigMaps,
    );
    const sameName = idOf(resource.type, before) === idOf(resource.type, inputs) && !isAutonamed(inputs);
    return { changes, deleteBeforeReplace: sameName && changes.some(({ replaces }) => replaces) };
  }

  /** Makes an object whose name is free, in a namespace that exists. A preview only derives it. */
  async create(
    resource: ResourceIdentity,
    inputs: Properties,
    preview: boolean,
  ): Promise<{ id: string; properties: Properties }> {
    const creation = this.#store.creations(resource.urn);
    const outputs = this.#outputs(resource, inputs, creation, 1);
    if (preview) return { id: "", properties: veiledOutputs(outputs, inputs) };

    await this.#faults.strike("create", resource.type, this.#cancelled.signal);
    const id = idOf(resource.type, inputs);
    const place = this.#place(resource.type, id);
    const existing = this.#store.find(place);
    if (existing !== undefined) {
      throw new ServiceRefusal(
        `${resource.type} ${id} already exists (made by ${existing.urn}); choose another name, or import or delete that one`,
      );
    }
    this.#requireNamespace(resource.type, inputs);
    this.#store.create({ ...place, urn: resource.urn, creation, inputs, outputs });
    return { id, properties: merged(outputs, inputs) };
  }

  /** The object as the store has it now, whoever changed it. */
  async read(resource: ResourceIdentity, id: string): Promise<ReadResult | undefined> {
    await this.#faults.strike("read", resource.type, this.#cancelled.signal);
    const object = this.#store.find(this.#place(resource.type, id));
    return object && { id, inputs: object.inputs, properties: merged(object.outputs, object.inputs) };
  }

  /** Changes an object in place; its generation, or the release's revision, counts on. */
  async update(resource: ResourceIdentity, id: string, inputs: Properties, preview: boolean): Promise<Properties> {
    const existing = this.#store.find(this.#place(resource.type, id));
    if (existing === undefined) {
      throw new ServiceRefusal(`${resource.type} ${id} no longer exists; run refresh, so that it is made again`);
    }
    // The object keeps the seed it was made from, also when its resource has another name by now.
    const seed = { ...resource, urn: existing.urn };
    const outputs = this.#outputs(seed, inputs, existing.creation, generationOf(existing) + 1);
    if (preview) return merged(existing.outputs, inputs);

    await this.#faults.strike("update", resource.type, this.#cancelled.signal);
    this.#store.replace({ ...existing, inputs, outputs });
    return merged(outputs, inputs);
  }

  /** Deletes an object; with a namespace goes all that lives in it. */
  async delete(resource: ResourceIdentity, id: string): Promise<void> {
    await this.#faults.strike("delete", resource.type, this.#cancelled.signal);
    if (resource.type === NAMESPACE) {
      for (const object of this.#objects()) {
        if (object.id.startsWith(`${id}/`)) this.#store.remove(object);
      }
    }
    this.#store.remove(this.#place(resource.type, id));
  }

  /** @throws ServiceRefusal always: what these functions do asks a cluster or a chart repository. */
  invoke(token: string): Properties {
    throw new ServiceRefusal(`${token} asks a cluster or a chart repository; register resources one by one instead`);
  }

  /** Lets go of operations that a fault holds. */
  cancel(): void {
    this.#cancelled.abort();
  }

  #outputs(resource: ResourceIdentity, inputs: Properties, creations: number, generation: number): Properties {
    const plain = withoutSecrets(inputs) as Properties;
    if (resource.type === HELM_RELEASE) return releaseOutputs(plain, generation);
    return objectOutputs(resource, objectKindOf(resource.type).kind, plain, creations, generation);
  }

  #location(): string {
    if (this.#server === undefined) throw new ServiceRefusal("kubernetes provider: not configured; set kubeconfig");
    return this.#server;
  }

  #place(type: string, id: string): Pick<CloudObject, "provider" | "location" | "type" | "id"> {
    return { provider: "kubernetes", location: this.#location(), type, id };
  }

  #objects(): readonly CloudObject[] {
    return this.#store.objects("kubernetes").filter(({ location }) => location === this.#location());
  }

  /** Refuses an object in a namespace that nothing made. */
  #requireNamespace(type: string, inputs: Properties): void {
    const plain = withoutSecrets(inputs) as Properties;
    const release = type === HELM_RELEASE;
    const namespace = release ? (textsAt(plain, "namespace")[0] ?? "") : namespaceOf(plain);
    if (namespace === "" || BORN_NAMESPACES.includes(namespace) || (release && plain.createNamespace === true)) return;
    const objects = this.#objects();
    const releases = objects.filter((object) => object.type === HELM_RELEASE).map(({ inputs: given }) => given);
    const made = objects.some((object) => object.type === NAMESPACE && object.id === namespace);
    if (made || createdNamespaces(releases).includes(namespace)) return;
    throw new ServiceRefusal(
      `${type} ${idOf(type, plain)}: namespace ${JSON.stringify(namespace)} doesn't exist; create it first and depend on it`,
    );
  }
}

function idOf(type: string, inputs: Properties): string {
  const plain = withoutSecrets(inputs) as Properties;
  return type === HELM_RELEASE ? releaseId(plain) : objectId(plain);
}

function generationOf({ outputs, type }: CloudObject): number {
  const generation =
    type === HELM_RELEASE
      ? isMap(outputs.status) && outputs.status.revision
      : isMap(outputs.metadata) && outputs.metadata.generation;
  return typeof generation === "number" ? generation : 1;
}

function serverIn(config: Properties): string | undefined {
  try {
    return apiServerOf(config.kubeconfig);
  } catch {
    // Unknown while planning, or absent: no statement about the cluster.
    return undefined;
  }
}
