import type * as pulumi from "@pulumi/pulumi";
import { type Part, type PlatformWith, withParts } from "../../config/parts";
import type { Platform } from "../../config/platform";
import type { AddOnName } from "../../config/sections/add-ons";

/** What the values of a chart are made from, on a platform that has what they speak of. */
export interface ValuesContext<Needs extends Part = never> {
  readonly platform: PlatformWith<Needs>;
  /** ARNs of the roles of service accounts, by the name of the identity. */
  readonly roleArns: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Annotation by which a service account takes a role (IRSA). */
export const ROLE_ANNOTATION = "eks.amazonaws.com/role-arn";

/**
 * The annotation that gives a service account the role of an identity.
 *
 * @throws {Error} when nobody made a role for it: without one, the pods would run and be refused at every call.
 */
export function roleAnnotation(identity: string, { roleArns }: ValuesContext): Record<string, pulumi.Input<string>> {
  const arn = roleArns[identity];
  if (arn === undefined) {
    throw new Error(
      `no role for identity "${identity}", only for ${Object.keys(roleArns).join(", ")}: add it to vantage:storage.identities`,
    );
  }
  return { [ROLE_ANNOTATION]: arn };
}

/** Pods of an add-on. @default 1 */
export function replicasOf({ addOns }: Platform, name: AddOnName): number {
  return addOns.releases[name]?.replicas ?? 1;
}

/** The values of a chart that speaks of parts of the stack beside it: its own release, or a section. */
export function valuesWith<const Needs extends Part>(
  parts: readonly Needs[],
  values: (context: ValuesContext<NoInfer<Needs>>) => object,
): (context: ValuesContext) => object {
  return ({ platform, roleArns }) => values({ platform: withParts(platform, ...parts), roleArns });
}
