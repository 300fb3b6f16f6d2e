import type { Platform } from "./platform";
import type { AddOnName } from "./sections/add-ons";

/** Sections that a stack may leave out, and with each the system that it describes. */
export const SYSTEMS = [
  "karpenter",
  "clusterAutoscaler",
  "istio",
  "redisOperator",
  "redis",
  "kafka",
  "kafkaConnect",
  "schemaRegistry",
  "workloads",
  "maintenance",
  "alerts",
  "contactPoints",
  "access",
  "securityServices",
  "dataAccess",
  "labMonitoring",
  "shop",
  "clusterBackup",
] as const satisfies readonly OptionalSection[];

type OptionalSection = { [Name in keyof Platform]-?: undefined extends Platform[Name] ? Name : never }[keyof Platform];

/** Name of a system. */
export type SystemName = (typeof SYSTEMS)[number];

/** What one stack has and another has not: a system by its section, an add-on by `addOns` and its name. */
export type Part = SystemName | `addOns.${AddOnName}`;

type Release = NonNullable<Platform["addOns"]["releases"][AddOnName]>;

/** A platform that certainly has the parts: what needs one asks for it in the type of its argument. */
export type PlatformWith<Needs extends Part> = Platform & {
  readonly [Name in Extract<Needs, SystemName>]: NonNullable<Platform[Name]>;
} & {
  readonly addOns: {
    readonly releases: { readonly [Name in Needs as Name extends `addOns.${infer AddOn}` ? AddOn : never]: Release };
  };
};

/** A platform that has everything. */
export type FullPlatform = PlatformWith<Part>;

/** A system as the platform of a stack that has it describes it. */
export type System<Name extends SystemName> = NonNullable<Platform[Name]>;

const ADD_ON_PREFIX = "addOns.";

/** Whether a stack has a part. */
export function has<Needs extends Part>(
  platform: Platform,
  ...parts: readonly Needs[]
): platform is PlatformWith<Needs> {
  return parts.every((part) =>
    part.startsWith(ADD_ON_PREFIX)
      ? platform.addOns.releases[part.slice(ADD_ON_PREFIX.length) as AddOnName] !== undefined
      : platform[part as SystemName] !== undefined,
  );
}

/**
 * The platform, known to have the parts: for what a check of the stack file has made sure of.
 *
 * @throws {Error} when one is missing: an error of ours
 */
export function withParts<Needs extends Part>(platform: Platform, ...parts: readonly Needs[]): PlatformWith<Needs> {
  if (has(platform, ...parts)) return platform;
  throw new Error(
    `Stack ${platform.stack} lacks one of ${parts.join(", ")}; config/checks/systems.ts should have said so.`,
  );
}

/** Something that only stacks with certain parts have; without them it is left out. */
export type Optional<Made> = (platform: Platform) => readonly Made[];

/** What follows from parts: one where a stack has them all, none where it doesn't. */
export function when<const Needs extends Part, Made>(
  parts: readonly Needs[],
  make: (platform: PlatformWith<NoInfer<Needs>>) => Made,
): Optional<Made> {
  return (platform) => (has(platform, ...parts) ? [make(platform)] : []);
}

/** The same for what is made in any number. */
export function whenMany<const Needs extends Part, Made>(
  parts: readonly Needs[],
  make: (platform: PlatformWith<NoInfer<Needs>>) => readonly Made[],
): Optional<Made> {
  return (platform) => (has(platform, ...parts) ? make(platform) : []);
}
