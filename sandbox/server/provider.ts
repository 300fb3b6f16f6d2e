import type { Properties } from "./properties";
import type { PropertyChange } from "./property-diff";

/** Which resource a call is about. */
export interface ResourceIdentity {
  /** Unique in the stack: `urn:pulumi:<stack>::<project>::<types of parents and own>::<name>`. */
  readonly urn: string;
  /** Token of the type, such as `aws:ec2/vpc:Vpc`. */
  readonly type: string;
  /** Logical name: the first argument of the constructor. */
  readonly name: string;
}

/** An input that is refused before anything is made. */
export interface CheckFailure {
  /** Path of the input; empty when the resource as a whole is refused. */
  readonly property: string;
  /** What was given, what is allowed, how to mend it. */
  readonly reason: string;
}

/** Answer to a check: inputs as they will be used (defaults filled in), and what is wrong with them. */
export interface CheckResult {
  readonly inputs: Properties;
  readonly failures: readonly CheckFailure[];
}

/** A changed value and whether the change can only be had by a new object. */
export interface ResourceChange extends PropertyChange {
  readonly replaces: boolean;
}

/** Answer to a diff. */
export interface DiffResult {
  readonly changes: readonly ResourceChange[];
  /** Whether the old object must go first, because the new one would take its name. */
  readonly deleteBeforeReplace: boolean;
}

/** What the service holds for one object. */
export interface ReadResult {
  readonly id: string;
  readonly inputs: Properties;
  readonly properties: Properties;
}

/**
 * One configured provider, as the engine sees it over one connection. Values are plain JSON with the marks of `properties.ts`. Whatever a method throws becomes
 * the error of that step; a {@link ServiceRefusal} is shown by its message alone.
 */
export interface ProviderSession {
  /** Takes the provider's configuration; inputs that are maps or lists arrive decoded. */
  configure(config: Properties): void;
  /** What changed between two configurations. */
  diffConfig(before: Properties, after: Properties): DiffResult;
  check(resource: ResourceIdentity, before: Properties, inputs: Properties): CheckResult;
  diff(
    resource: ResourceIdentity,
    id: string,
    beforeInputs: Properties,
    beforeState: Properties,
    inputs: Properties,
  ): DiffResult;
  /** With `preview`, nothing is made: the id stays empty and what only the service can tell is unknown. */
  create(
    resource: ResourceIdentity,
    inputs: Properties,
    preview: boolean,
  ): Promise<{ id: string; properties: Properties }>;
  /** The object's present state; `undefined` when the service no longer has it. */
  read(resource: ResourceIdentity, id: string): Promise<ReadResult | undefined>;
  update(resource: ResourceIdentity, id: string, inputs: Properties, preview: boolean): Promise<Properties>;
  delete(resource: ResourceIdentity, id: string): Promise<void>;
  /** Answers a function call such as `aws:index/getPartition:getPartition`. */
  invoke(token: string, args: Properties): Properties;
  /** Ends calls under way: the engine was interrupted. */
  cancel(): void;
}

/** A provider package: opens a session for each provider resource of a program. */
export interface Provider {
  /** Version of the package it stands in for, as its SDK declares it. */
  readonly version: string;
  openSession(): ProviderSession;
}
