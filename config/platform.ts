import { type Partition, REGIONS } from "./reference/regions";
import type { StackConfig } from "./stack-schema";

type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends { readonly toJSON: () => string }
    ? T
    : T extends readonly (infer Item)[]
      ? readonly DeepReadonly<Item>[]
      : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };

/** What follows from account and region, so that nothing else has to know them. */
export interface Location {
  readonly account: string;
  readonly region: string;
  readonly partition: Partition;
  /** Domain of service principals and endpoints, such as the suffix of `ec2.<suffix>`. */
  readonly dnsSuffix: string;
  /** Whether the provider calls endpoints validated after FIPS 140. Default false. */
  readonly fipsEndpoints?: boolean;
}

/**
 * A whole stack, checked and frozen: the only form in which configuration travels. Infra and charts take it, or a part of it, as an argument;
 * nothing beyond `config/` reads a stack file.
 */
export interface Platform extends Omit<DeepReadonly<StackConfig>, "aws"> {
  /** Name of the stack: `prod` for `Pulumi.prod.yaml`. */
  readonly stack: string;
  readonly aws: Location;
}

/** A node group of the platform. */
export type NodePool = Platform["nodePools"][string];

/** A Karpenter NodePool of the platform. */
export type KarpenterNodePool = NonNullable<Platform["karpenter"]>["nodePools"][string];

/**
 * Joins a checked stack file with what follows from it, and freezes the whole. Keys are put in order: the engine hands mappings over sorted, a
 * file as they were written, and both have to lead to the same resources in the same order.
 */
export function toPlatform(stack: string, config: StackConfig): Platform {
  const region = REGIONS[config.aws.region];
  if (region === undefined) {
    throw new Error(
      `Region ${config.aws.region} passed the schema without reference data: add it to config/reference/regions.ts.`,
    );
  }
  const { partition, dnsSuffix } = region;
  return deepFreeze(inKeyOrder({ ...config, stack, aws: { ...config.aws, partition, dnsSuffix } })) as Platform;
}

/** The same values with the keys of every mapping sorted. Value types and the order of lists stay as they are. */
function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inKeyOrder);
  }
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, inKeyOrder(item)]));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
