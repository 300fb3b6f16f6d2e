import { SECRET, UNKNOWN } from "../sandbox/engine/shown-values";

/** A resource as a plan has it; `sandbox/engine/plan-file.ts` describes each field. */
export interface PlannedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent: string | null;
  readonly provider: string | null;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly dependencies: readonly string[];
  readonly protect: boolean;
  readonly custom: boolean;
}

/**
 * A resource as a rule reads it: reading an input that is unknown or secret throws {@link Unreadable}, so that no rule takes a placeholder for a value, and none has to think
 * of it.
 *
 * @typeParam Inputs - what the resource's type takes, such as `Unwrap<s3.BucketArgs>`
 */
export interface Resource<Inputs = Readonly<Record<string, unknown>>> extends Omit<PlannedResource, "inputs"> {
  readonly inputs: Partial<Inputs>;
}

/** A rule came to a value that the plan doesn't show. The rule is then not evaluated for the resource at hand, which is neither a pass nor a violation. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";

  constructor(
    /** Path of the input, such as `policy` or `rules[0].kmsMasterKeyId`. */
    readonly path: string,
    /** Why: only the cloud will tell it, or it is secret. */
    readonly reason: "unknown before it is created" | "secret",
  ) {
    super(`${path} is ${reason}`);
  }
}

/** The resource with its inputs guarded. */
export function readable(resource: PlannedResource): Resource {
  return { ...resource, inputs: guarded(resource.inputs, "") as Resource["inputs"] };
}

/** Whether an input is given, even where its value is known later: enough for rules that ask for a key or a template, whichever it is. */
export function isGiven<Inputs extends object>(inputs: Inputs, key: keyof Inputs): boolean {
  try {
    const value: unknown = inputs[key];
    return value !== undefined && value !== null && value !== "";
  } catch (error) {
    if (error instanceof Unreadable) return true;
    throw error;
  }
}

function guarded(value: object, path: string): object {
  return new Proxy(value, {
    get(target, key) {
      const read: unknown = Reflect.get(target, key);
      if (typeof key === "symbol") return read;
      const at = Array.isArray(target) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
      if (typeof read === "string") {
        if (read === SECRET) throw new Unreadable(at, "secret");
        if (read.includes(UNKNOWN)) throw new Unreadable(at, "unknown before it is created");
      }
      return typeof read === "object" && read !== null ? guarded(read, at) : read;
    },
  });
}

/** A resource for readers: type and logical name, `aws:sqs/queue:Queue karpenter-interruption-queue`. */
export function resourceText({ type, name }: Pick<PlannedResource, "type" | "name">): string {
  return `${type} ${name}`;
}
