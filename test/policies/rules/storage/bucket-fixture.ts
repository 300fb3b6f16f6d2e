import type { PlannedResource } from "../../../../policies/resource";
import { resource, type Things, urnOf } from "../../estate-fixture";

/** Type of a bucket. */
export const BUCKET = "aws:s3/bucket:Bucket";

/** A bucket of the tests, and one of its settings with the name `setting`. */
export function bucketWith(kind: string, setting: Readonly<Record<string, unknown>>): Partial<Things> {
  return { resources: [bucket(), settingOf(kind, setting)] as Things["resources"] };
}

/** A bucket without settings. */
export function bucket(name = "orders", inputs: Readonly<Record<string, unknown>> = {}): PlannedResource {
  return resource(BUCKET, name, { bucket: name, ...inputs });
}

/** A setting of the bucket `orders`. */
export function settingOf(kind: string, inputs: Readonly<Record<string, unknown>>, name = "setting"): PlannedResource {
  const type = `aws:s3/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;
  return resource(type, name, { bucket: "orders", ...inputs }, { dependencies: [urnOf(BUCKET, "orders")] });
}

/** Takes the setting away. */
export function withoutSetting(things: Things): void {
  things.resources = things.resources.filter(({ name }) => name !== "setting");
}

/** Adds another bucket, on which the setting depends too. */
export function withSecondOwner(things: Things): void {
  things.resources.push(bucket("invoices") as Things["resources"][number]);
  things.resources = things.resources.map((one) =>
    one.name === "setting" ? { ...one, dependencies: [...one.dependencies, urnOf(BUCKET, "invoices")] } : one,
  );
}
