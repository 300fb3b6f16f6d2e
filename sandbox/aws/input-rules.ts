import { isMap, type Properties, type PropertyValue, textsAt, valuesAt, withoutSecrets } from "../server/properties";
import type { CheckFailure } from "../server/provider";
import type { AwsAccount } from "./aws-account";
import type { AwsType, Rule } from "./resource-type";

/** A string of a certain form; `allowed` says which, as a noun phrase. */
export function pattern(form: RegExp, allowed: string): Rule {
  return (value) => (typeof value === "string" && form.test(value) ? undefined : refusal(value, allowed));
}

/** One of a fixed set. */
export function oneOf(...values: readonly PropertyValue[]): Rule {
  return (value) => (values.includes(value) ? undefined : refusal(value, `one of ${values.join(", ")}`));
}

/** A whole number within bounds, both included. */
export function integer(least: number, most: number): Rule {
  return (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : refusal(value, `a whole number from ${least} to ${most}`);
}

/** JSON text whose outermost value is an object. */
export const jsonObject: Rule = (value) => {
  try {
    const parsed: unknown = JSON.parse(String(value));
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return undefined;
    return refusal(value, "a JSON object");
  } catch (error) {
    return `is not JSON (${(error as Error).message}); make it with JSON.stringify`;
  }
};

/** An Availability Zone of the provider's region. */
export const zoneOfRegion: Rule = (value, { region }) =>
  typeof value === "string" && new RegExp(`^${region}(-[a-z]{3}-\\d)?[a-z]$`).test(value)
    ? undefined
    : refusal(value, `a zone of ${region}, such as ${region}a`);

/** An ARN of the provider's partition. */
export const arnOfPartition: Rule = (value, { partition }) =>
  typeof value === "string" && new RegExp(`^arn:${partition}:[a-z0-9-]+:[a-z0-9-]*:(\\d{12}|aws|)?:.+`).test(value)
    ? undefined
    : refusal(value, `an ARN beginning with arn:${partition}:`);

/** A block of IPv4 addresses in canonical form (no host bits) with a prefix length within bounds. */
export function ipv4Block(shortest: number, longest: number): Rule {
  return (value) => {
    const [, a, b, c, d, length] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(String(value)) ?? [];
    const bytes = [a, b, c, d].map(Number);
    const prefix = Number(length);
    const allowed = `an IPv4 block from /${shortest} to /${longest}, such as 10.0.0.0/${Math.min(longest, 24)}`;
    if (bytes.some((byte) => !(byte <= 255)) || !(prefix >= shortest && prefix <= longest))
      return refusal(value, allowed);
    const address = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    return address % 2 ** (32 - prefix) === 0
      ? undefined
      : refusal(value, `${allowed}, with no bit set behind the prefix`);
  };
}

function refusal(value: PropertyValue, allowed: string): string {
  const given = JSON.stringify(value);
  return `is ${given.length > 120 ? `${given.slice(0, 120)}…` : given}; allowed is ${allowed}`;
}

/** Refuses none or several of inputs that exclude each other. Unknown inputs count as given. */
export function exactlyOne(inputs: Properties, names: readonly string[]): readonly CheckFailure[] {
  const given = names.filter((name) => (inputs[name] ?? null) !== null);
  if (given.length === 1) return [];
  const was = given.length === 0 ? "none is given" : `${given.join(" and ")} are given`;
  return [{ property: given[0] ?? names[0] ?? "", reason: `${was}; give exactly one of ${names.join(", ")}` }];
}

/** Everything wrong with the inputs of a type, as far as they are known. */
export function inputFailures(type: AwsType, given: Properties, account: AwsAccount): readonly CheckFailure[] {
  const inputs = withoutSecrets(given) as Properties;
  const missing = (type.required ?? []).filter((path) => !isGiven(inputs, path));
  const broken = Object.entries(type.rules ?? {}).flatMap(([path, rules]) =>
    rules.flatMap((rule) =>
      valuesAt(inputs, path).flatMap((value) => {
        const reason = rule(value, account);
        return reason === undefined ? [] : [{ property: path, reason: `${path} ${reason}` }];
      }),
    ),
  );
  return [
    ...missing.map((path) => ({ property: path, reason: `${path} is missing; ${type.token} requires it` })),
    ...broken,
    ...tagFailures(type, inputs),
    ...(type.check?.(inputs, account) ?? []),
  ];
}

/** Whether the program gives a value at the path; one that isn't known yet counts, wherever on the way it is unknown. */
function isGiven(inputs: Properties, path: string): boolean {
  let value: PropertyValue | undefined = inputs;
  for (const key of path.split(".")) {
    if (!isMap(value)) break;
    value = value[key];
  }
  return (value ?? null) !== null;
}

/** Bounds of tags that every service shares. Source: AWS General Reference, "Tagging your AWS resources". */
function tagFailures(type: AwsType, inputs: Properties): readonly CheckFailure[] {
  const tags = inputs.tags;
  if (type.taggable !== true || typeof tags !== "object" || tags === null) return [];
  const keys = Object.keys(tags);
  const failures = keys.flatMap((key) => {
    const [value = ""] = textsAt({ value: (tags as Properties)[key] ?? null }, "value");
    if (key.length < 1 || key.length > 128)
      return [`key ${JSON.stringify(key)} has ${key.length} characters; allowed are 1 to 128`];
    if (/^aws:/i.test(key))
      return [`key ${JSON.stringify(key)} begins with aws:, which is reserved; choose another key`];
    if (value.length > 256) return [`value of ${key} has ${value.length} characters; allowed are up to 256`];
    return [];
  });
  if (keys.length > 50) failures.push(`holds ${keys.length} tags; allowed are up to 50`);
  return failures.map((reason) => ({ property: "tags", reason: `tags: ${reason}` }));
}
