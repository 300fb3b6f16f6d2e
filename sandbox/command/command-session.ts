import { merged, type Properties, UNKNOWN } from "../server/properties";
import type { CheckResult, DiffResult, ProviderSession, ReadResult, ResourceIdentity } from "../server/provider";
import { ServiceRefusal } from "../server/service-refusal";
import type { CloudObject } from "../store/cloud-object";
import type { CloudStore } from "../store/cloud-store";
import type { FaultPlan } from "../store/faults";
import { ObjectSeed } from "../store/object-seed";
import { commandChanges, commandFailures, completedCommand } from "./command-inputs";

/** Token of a command on the machine that runs the engine. */
export const LOCAL_COMMAND = "command:local:Command";

/** Characters of the random part of an id. Source: pulumi-command 1.1.3, local/commandController.go (`NewUniqueHex(name, 8, 0)`). */
const ID_DIGITS = 8;

/** Where commands live: on the machine that runs the engine, which is one place. */
const LOCATION = "local";

/** What the process printed. Nothing ran, so nothing was printed. */
const SILENCE: Properties = { stdout: "", stderr: "" };

/**
 * The `command` provider without its commands: it keeps what a resource would run, and answers as if each command had succeeded without a word. Not one is run,
 * not even on the way to an error: what they do is done to a real cluster.
 */
export class CommandSession implements ProviderSession {
  readonly #store: CloudStore;
  readonly #faults: FaultPlan;
  readonly #cancelled = new AbortController();

  constructor(store: CloudStore, faults: FaultPlan) {
    this.#store = store;
    this.#faults = faults;
  }

  /** The provider has no configuration. */
  configure(): void {}

  /** Without configuration, nothing differs. */
  diffConfig(): DiffResult {
    return { changes: [], deleteBeforeReplace: false };
  }

  /** Fills in the provider's default, and judges names and forms of the inputs. */
  check({ type }: ResourceIdentity, _before: Properties, given: Properties): CheckResult {
    if (type !== LOCAL_COMMAND) {
      throw new ServiceRefusal(
        `the sandbox doesn't simulate ${type}, which reaches for another machine; use ${LOCAL_COMMAND}, or what is made for the purpose`,
      );
    }
    return { inputs: completedCommand(given), failures: commandFailures(given) };
  }

  /** Compares inputs. A replacement runs the new `create` first and the old `delete` after it, as the real provider has it. */
  diff(
    _resource: ResourceIdentity,
    _id: string,
    before: Properties,
    _beforeState: Properties,
    inputs: Properties,
  ): DiffResult {
    return { changes: commandChanges(before, inputs), deleteBeforeReplace: false };
  }

  /** Notes what would be run. A preview doesn't know what it would print. */
  async create(
    resource: ResourceIdentity,
    inputs: Properties,
    preview: boolean,
  ): Promise<{ id: string; properties: Properties }> {
    if (preview) return { id: "", properties: { ...inputs, stdout: UNKNOWN, stderr: UNKNOWN } };

    await this.#faults.strike("create", resource.type, this.#cancelled.signal);
    const creation = this.#store.creations(resource.urn);
    const id = `${resource.name}${new ObjectSeed(resource.urn, creation).hex("id", ID_DIGITS)}`;
    this.#store.create({ ...place(resource, id), urn: resource.urn, creation, inputs, outputs: SILENCE });
    return { id, properties: merged(SILENCE, inputs) };
  }

  /** What was noted. The real provider repeats the state it is given: it has no way to look. */
  async read(resource: ResourceIdentity, id: string): Promise<ReadResult | undefined> {
    await this.#faults.strike("read", resource.type, this.#cancelled.signal);
    const object = this.#store.find(place(resource, id));
    return object && { id, inputs: object.inputs, properties: merged(object.outputs, object.inputs) };
  }

  /** Notes what would be run from now on. */
  async update(resource: ResourceIdentity, id: string, inputs: Properties, preview: boolean): Promise<Properties> {
    const existing = this.#store.find(place(resource, id));
    if (existing === undefined) {
      throw new ServiceRefusal(`${resource.type} ${id} no longer exists; run refresh, so that it is made again`);
    }
    if (preview) return { ...inputs, stdout: UNKNOWN, stderr: UNKNOWN };

    await this.#faults.strike("update", resource.type, this.#cancelled.signal);
    this.#store.replace({ ...existing, inputs });
    return merged(existing.outputs, inputs);
  }

  /** Forgets the command. */
  async delete(resource: ResourceIdentity, id: string): Promise<void> {
    await this.#faults.strike("delete", resource.type, this.#cancelled.signal);
    this.#store.remove(place(resource, id));
  }

  /** @throws ServiceRefusal always: `run` is a command that even a preview would run. */
  invoke(token: string): Properties {
    throw new ServiceRefusal(
      `${token} runs a command while planning, and the sandbox runs none; make it a ${LOCAL_COMMAND}`,
    );
  }

  /** Lets go of operations that a fault holds. */
  cancel(): void {
    this.#cancelled.abort();
  }
}

function place({ type }: ResourceIdentity, id: string): Pick<CloudObject, "provider" | "location" | "type" | "id"> {
  return { provider: "command", location: LOCATION, type, id };
}
