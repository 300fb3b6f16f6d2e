/** A condition of a statement: every one of them has to hold. */
export interface Condition {
  /** Such as `StringEquals` or `ForAnyValue:StringLike`. */
  readonly operator: string;
  /** Such as `aws:SourceArn`; its case means nothing to IAM. */
  readonly key: string;
  /** One of which has to fit. */
  readonly values: readonly string[];
}

/** A statement of a policy: every list a list, empty where the document leaves it out. */
export interface Statement {
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  /** ARNs, accounts, names of services, providers, or `*`; the words tell of what kind they are. */
  readonly principals: readonly string[];
  readonly notPrincipals: readonly string[];
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly conditions: readonly Condition[];
}

/** A text is no policy. Rules make a problem of it: see `statement-problems.ts`. */
export class MalformedPolicy extends Error {
  override readonly name = "MalformedPolicy";
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The statements of an IAM or resource policy.
 *
 * @throws {MalformedPolicy} when the text isn't JSON or not a policy.
 */
export function statementsOf(text: string): readonly Statement[] {
  const document = parsed(text);
  if (!isFields(document)) throw new MalformedPolicy("is no object; a policy is one, with Version and Statement");
  const { Statement: statements } = document;
  if (statements === undefined) throw new MalformedPolicy("has no Statement; a policy has at least one");
  return listOf(statements).map((statement, index) => {
    if (!isFields(statement)) throw new MalformedPolicy(`Statement ${index + 1} is no object`);
    return statementOf(statement, index);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words differ by release of Node.js.
    throw new MalformedPolicy("is no JSON; a policy is an object with Version and Statement");
  }
}

function statementOf(fields: Fields, index: number): Statement {
  const { Sid: sid, Effect: effect } = fields;
  if (effect !== "Allow" && effect !== "Deny") {
    throw new MalformedPolicy(`Effect of statement ${index + 1} is ${JSON.stringify(effect)}; it is Allow or Deny`);
  }
  return {
    ...(typeof sid === "string" ? { sid } : {}),
    effect,
    principals: principalsOf(fields.Principal),
    notPrincipals: principalsOf(fields.NotPrincipal),
    actions: textsOf(fields.Action),
    notActions: textsOf(fields.NotAction),
    resources: textsOf(fields.Resource),
    notResources: textsOf(fields.NotResource),
    conditions: conditionsOf(fields.Condition),
  };
}

/** Either `"*"`, or texts by kind: `{ "Service": "ec2.amazonaws.com" }`. */
function principalsOf(value: unknown): readonly string[] {
  return isFields(value) ? Object.values(value).flatMap(textsOf) : textsOf(value);
}

function conditionsOf(value: unknown): readonly Condition[] {
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    isFields(keys) ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: textsOf(values) })) : [],
  );
}

/** A value or a list of values as texts; IAM takes `true` for `"true"`. */
function textsOf(value: unknown): readonly string[] {
  return value === undefined || value === null ? [] : listOf(value).map(String);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
