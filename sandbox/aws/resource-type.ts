import type { Properties, PropertyValue } from "../server/properties";
import type { CheckFailure } from "../server/provider";
import type { ObjectSeed } from "../store/object-seed";
import type { AwsAccount } from "./aws-account";

/** What is wrong with one value, or `undefined` if nothing is: what was given, what is allowed, how to mend it. */
export type Rule = (value: PropertyValue, account: AwsAccount) => string | undefined;

/** How far a name must be unique, and where an object of the type lives. */
export type Scope = "everywhere" | "account" | "region";

/** The object in the making, or made, as ids and outputs are derived from it. */
export interface Subject {
  readonly account: AwsAccount;
  readonly seed: ObjectSeed;
  /** Empty while the id itself is being derived, and in previews. */
  readonly id: string;
  /** Inputs without marks of secrecy. */
  readonly inputs: Properties;
  /** Inputs and outputs before an update; `undefined` at creation. */
  readonly previous: Properties | undefined;
  /** The string at a dotted path of the inputs; empty if absent or unknown. */
  text(path: string): string;
  /** Inputs and outputs of another object; an empty map if there is none. */
  stateOf(type: string, key: string): Properties;
}

/** An input that names another object. */
export interface Reference {
  /** Dotted path of the input; lists on the way are looked through. */
  readonly path: string;
  /** Types that it may name, each with the dotted paths of what it may be named by: `id`, or outputs and inputs of that object. */
  readonly to: Readonly<Record<string, readonly string[]>>;
  /** Values that need not be in the sandbox, such as policies that AWS owns. */
  readonly except?: RegExp;
  /** Whether the service refuses to delete the other object while this one stands. Default true; false where AWS lets the reference dangle. */
  readonly holds?: boolean;
}

/** Types that a reference may name by their ids alone. */
export function byId(...types: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(types.map((type) => [type, ["id"]]));
}

/** Inputs that together may occur once. */
export interface Uniqueness {
  readonly paths: readonly string[];
  readonly within: Scope;
}

/** The name under which the service knows an object. */
export interface PhysicalName {
  /** Input that holds it. */
  readonly input: string;
  /** Input with which the service completes a name itself. */
  readonly prefixInput?: string;
  readonly within: Scope;
  /** Other inputs that the name is unique under, such as the cluster of a node group. */
  readonly under?: readonly string[];
  /** What an automatic name begins with, before the logical name. Default nothing. */
  readonly automaticPrefix?: string;
}

/** A request to create or change an object, against everything that exists. */
export interface Admission {
  readonly account: AwsAccount;
  readonly inputs: Properties;
  /** Other objects of the same type in account and region, with inputs and outputs as one map. */
  readonly others: readonly Properties[];
  /** All objects of a type in the account, in the same form. */
  objects(type: string): readonly Properties[];
  stateOf(type: string, key: string): Properties;
  /** Inputs and outputs before an update; `undefined` at creation. */
  readonly before: Properties | undefined;
}

/** All the sandbox knows about one type of AWS resource. */
export interface AwsType {
  readonly token: string;
  /** Where its objects live. Default `region`. */
  readonly scope?: Scope;
  /** Inputs without which the provider refuses. */
  readonly required?: readonly string[];
  /** Dotted paths of inputs that can't be changed on an existing object. */
  readonly replacedBy: readonly string[];
  /** Dotted paths of inputs that can be added and changed, but not taken away again. */
  readonly replacedByRemovalOf?: readonly string[];
  /** Whether it takes `tags`, and so the provider's default tags. */
  readonly taggable?: boolean;
  readonly name?: PhysicalName;
  readonly unique?: readonly Uniqueness[];
  /** Rules for single inputs, by dotted path; absent and unknown values are not asked. */
  readonly rules?: Readonly<Record<string, readonly Rule[]>>;
  /** Rules between inputs. */
  readonly check?: (inputs: Properties, account: AwsAccount) => readonly CheckFailure[];
  readonly references?: readonly Reference[];
  /** What the service refuses in view of what exists; returns the reason. */
  readonly admit?: (admission: Admission) => string | undefined;
  /** Why the service would refuse to delete it, beyond the references that hold it. */
  readonly keeps?: (state: Properties, objects: (type: string) => readonly Properties[]) => string | undefined;
  /** Inputs that hold JSON, in which the order of keys and white space mean nothing. */
  readonly json?: readonly string[];
  /** Whether creating it again overwrites what is there, as calls named Put do, where others refuse. */
  readonly put?: boolean;
  readonly id: (subject: Subject) => string;
  /** Values that the service takes for inputs that are not given; known before anything is made. */
  readonly defaults?: Properties;
  /** Values that only the service knows. */
  readonly outputs?: (subject: Subject) => Properties;
  /** Outputs that an update may change. */
  readonly unstable?: readonly string[];
}
