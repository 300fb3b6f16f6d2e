import { type Properties, withoutSecrets } from "../server/properties";
import { propertyChanges } from "../server/property-diff";
import type { CheckResult, DiffResult, ProviderSession, ReadResult, ResourceIdentity } from "../server/provider";
import { ServiceRefusal } from "../server/service-refusal";
import type { CloudObject } from "../store/cloud-object";
import type { CloudStore, ObjectPlace } from "../store/cloud-store";
import type { FaultPlan } from "../store/faults";
import { type AwsAccount, awsAccountOf } from "./aws-account";
import { awsFunction } from "./aws-functions";
import { awsType, requireAwsType } from "./aws-types";
import { withDefaultTags } from "./default-tags";
import { inputDiff } from "./input-diff";
import { inputFailures } from "./input-rules";
import { withName } from "./object-names";
import { conflict, danglingReferences, holders } from "./object-relations";
import { deriveObject, locationOf, lookupIn, plannedState, stateOf } from "./object-state";
import type { AwsType } from "./resource-type";

/** One configured `aws` provider: account and region, over the store that all providers share. */
export class AwsSession implements ProviderSession {
  readonly #store: CloudStore;
  readonly #faults: FaultPlan;
  readonly #cancelled = new AbortController();
  #account: AwsAccount | undefined;

  constructor(store: CloudStore, faults: FaultPlan) {
    this.#store = store;
    this.#faults = faults;
  }

  /** @throws ServiceRefusal without region or account. */
  configure(config: Properties): void {
    this.#account = awsAccountOf(config);
  }

  /** Changes of the provider's own settings show, but replace nothing: each resource decides for itself. */
  diffConfig(before: Properties, after: Properties): DiffResult {
    const changes = propertyChanges(before, after).map((change) => ({ ...change, replaces: false }));
    return { changes, deleteBeforeReplace: false };
  }

  /**
   * Completes inputs (default tags, a name) and judges what can be judged from them alone, in previews as well. What depends on other objects is judged at
   * creation, as the services do.
   */
  check(resource: ResourceIdentity, before: Properties, given: Properties): CheckResult {
    const type = requireAwsType(resource.type);
    const account = this.#configured();
    const inputs = withName(
      type.name,
      resource,
      before,
      withDefaultTags(type, given, account),
      this.#store.creations(resource.urn),
    );
    return { inputs, failures: inputFailures(type, inputs, account) };
  }

  /** Compares inputs, not states: what the service added by itself is no change. */
  diff(
    resource: ResourceIdentity,
    _id: string,
    beforeInputs: Properties,
    beforeState: Properties,
    inputs: Properties,
  ): DiffResult {
    return inputDiff(requireAwsType(resource.type), resource, beforeInputs, beforeState, inputs, this.#configured());
  }

  /** Makes an object; what the service would refuse in view of all others is refused here. A preview only derives it. */
  async create(
    resource: ResourceIdentity,
    inputs: Properties,
    preview: boolean,
  ): Promise<{ id: string; properties: Properties }> {
    const type = requireAwsType(resource.type);
    const account = this.#configured();
    const creations = this.#store.creations(resource.urn);
    const derived = deriveObject(type, resource, inputs, account, creations, this.#lookup());
    if (preview) return { id: "", properties: plannedState(type, inputs, derived) };

    await this.#faults.strike("create", type.token, this.#cancelled.signal);
    const object: CloudObject = {
      ...this.#place(type, derived.id),
      urn: resource.urn,
      creation: creations,
      inputs,
      outputs: derived.outputs,
    };
    const present = this.#store.find(object);
    if (present !== undefined && type.put !== true) {
      throw new ServiceRefusal(
        `${type.token} ${object.id} already exists (made by ${present.urn}); import or delete it`,
      );
    }
    this.#admit(type, object, present);
    this.#store.create(object);
    return { id: derived.id, properties: stateOf(object) };
  }

  /** The object as the store has it now, whoever changed it. */
  async read(resource: ResourceIdentity, id: string): Promise<ReadResult | undefined> {
    const type = requireAwsType(resource.type);
    await this.#faults.strike("read", type.token, this.#cancelled.signal);
    const object = this.#store.find(this.#place(type, id));
    if (object === undefined) return undefined;
    const tags = type.taggable === true ? { tagsAll: object.inputs.tags ?? {} } : {};
    return { id, inputs: object.inputs, properties: { ...stateOf(object), ...tags } };
  }

  /** Changes an object in place, by the same rules as its creation. */
  async update(resource: ResourceIdentity, id: string, inputs: Properties, preview: boolean): Promise<Properties> {
    const type = requireAwsType(resource.type);
    const existing = this.#store.find(this.#place(type, id));
    if (existing === undefined) {
      throw new ServiceRefusal(`${type.token} ${id} no longer exists; run refresh, so that it is made again`);
    }
    // The object keeps the seed it was made from, also when its resource has another name by now.
    const derived = deriveObject(
      type,
      existing,
      inputs,
      this.#configured(),
      existing.creation,
      this.#lookup(),
      existing,
    );
    if (preview) return plannedState(type, inputs, derived, stateOf(existing));

    await this.#faults.strike("update", type.token, this.#cancelled.signal);
    const object: CloudObject = { ...existing, inputs, outputs: derived.outputs };
    this.#admit(type, object, existing);
    this.#store.replace(object);
    return stateOf(object);
  }

  /** Deletes an object that nothing depends on any more. One that is gone already is no error, as with the real provider. */
  async delete(resource: ResourceIdentity, id: string): Promise<void> {
    const type = requireAwsType(resource.type);
    await this.#faults.strike("delete", type.token, this.#cancelled.signal);
    const object = this.#store.find(this.#place(type, id));
    if (object === undefined) return;
    const [holder, ...more] = holders(object, this.#objects(), awsType);
    if (holder !== undefined) {
      const others = more.length === 0 ? "" : ` and ${more.length} more`;
      throw new ServiceRefusal(
        `${type.token} ${id} can't be deleted: ${holder.type} ${holder.id}${others} still depends on it; delete that first`,
      );
    }
    const reason = type.keeps?.(stateOf(object), this.#states);
    if (reason !== undefined) throw new ServiceRefusal(`${type.token} ${id} can't be deleted: ${reason}`);
    this.#store.remove(object);
  }

  /** Calls a function; see `aws-functions.ts` for what can be asked. */
  invoke(token: string, args: Properties): Properties {
    return awsFunction(token, withoutSecrets(args) as Properties, this.#configured(), this.#lookup());
  }

  /** Lets go of operations that a fault holds. */
  cancel(): void {
    this.#cancelled.abort();
  }

  #configured(): AwsAccount {
    if (this.#account === undefined) throw new ServiceRefusal("aws provider: not configured; set region and account");
    return this.#account;
  }

  #place(type: AwsType, id: string): ObjectPlace {
    return { provider: "aws", location: locationOf(type.scope, this.#configured()), type: type.token, id };
  }

  /** Everything in the account, in whatever region. */
  #objects(): readonly CloudObject[] {
    const { account } = this.#configured();
    return this.#store.objects("aws").filter(({ location }) => location.startsWith(account));
  }

  readonly #states = (type: string): readonly Properties[] =>
    this.#objects()
      .filter((object) => object.type === type)
      .map(stateOf);

  #lookup(): ReturnType<typeof lookupIn> {
    return lookupIn(this.#objects());
  }

  /** Refuses what the service would refuse in view of everything that exists. */
  #admit(type: AwsType, object: CloudObject, itself: CloudObject | undefined): void {
    const account = this.#configured();
    const inputs = withoutSecrets(object.inputs) as Properties;
    const others = this.#store.objects("aws").filter((other) => other !== itself);
    const reasons = [
      ...inputFailures(type, inputs, account).map(({ reason }) => reason),
      ...danglingReferences(type, inputs, this.#objects()),
      type.put === true ? undefined : conflict(type, stateOf(object), account.account, object.location, others),
      type.admit?.({
        account,
        inputs,
        others: others.filter((other) => other.type === type.token && other.location === object.location).map(stateOf),
        objects: this.#states,
        stateOf: this.#lookup(),
        before: itself === undefined ? undefined : stateOf(itself),
      }),
    ].filter((reason) => reason !== undefined);
    if (reasons.length > 0) throw new ServiceRefusal(`${type.token} ${reasons.join("; ")}`);
  }
}
