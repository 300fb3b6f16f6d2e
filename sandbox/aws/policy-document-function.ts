import { isMap, type Properties, type PropertyValue, textsAt, valuesAt } from "../server/properties";

/**
 * `aws:iam/getPolicyDocument`: statements in the provider's form to a policy in JSON. It asks nobody, so it works in the sandbox as it does outside.
 *
 * Source: Terraform AWS provider, data source aws_iam_policy_document.
 */
export function policyDocumentJson(args: Properties): Properties {
  const [version = "2012-10-17"] = textsAt(args, "version");
  const statements = valuesAt(args, "statements").filter(isMap).map(statement);
  const [policyId] = textsAt(args, "policyId");
  const document = { Version: version, ...(policyId === undefined ? {} : { Id: policyId }), Statement: statements };
  return { ...args, id: "0", json: JSON.stringify(document, null, 2), minifiedJson: JSON.stringify(document), version };
}

function statement(given: Properties): Properties {
  const entries: [string, PropertyValue | undefined][] = [
    ["Sid", textsAt(given, "sid")[0]],
    ["Effect", textsAt(given, "effect")[0] ?? "Allow"],
    ["Action", oneOrMany(textsAt(given, "actions"))],
    ["NotAction", oneOrMany(textsAt(given, "notActions"))],
    ["Resource", oneOrMany(textsAt(given, "resources"))],
    ["NotResource", oneOrMany(textsAt(given, "notResources"))],
    ["Principal", principals(valuesAt(given, "principals").filter(isMap))],
    ["NotPrincipal", principals(valuesAt(given, "notPrincipals").filter(isMap))],
    ["Condition", conditions(valuesAt(given, "conditions").filter(isMap))],
  ];
  return Object.fromEntries(entries.filter((entry): entry is [string, PropertyValue] => entry[1] !== undefined));
}

/** One value stands alone, several as a sorted list. */
function oneOrMany(values: readonly string[]): PropertyValue | undefined {
  return values.length > 1 ? [...values].sort() : values[0];
}

function principals(given: readonly Properties[]): PropertyValue | undefined {
  if (given.length === 0) return undefined;
  const everyone = given.some((principal) => principal.type === "*");
  if (everyone) return "*";
  const types = [...new Set(given.flatMap((principal) => textsAt(principal, "type")))];
  const ofType = (type: string) =>
    given.filter((one) => one.type === type).flatMap((one) => textsAt(one, "identifiers"));
  return Object.fromEntries(types.map((type) => [type, oneOrMany(ofType(type)) ?? []]));
}

function conditions(given: readonly Properties[]): PropertyValue | undefined {
  if (given.length === 0) return undefined;
  const result: Record<string, Record<string, PropertyValue>> = {};
  for (const condition of given) {
    const test = textsAt(condition, "test")[0] ?? "";
    const variable = textsAt(condition, "variable")[0] ?? "";
    result[test] = { ...result[test], [variable]: oneOrMany(textsAt(condition, "values")) ?? [] };
  }
  return result;
}
