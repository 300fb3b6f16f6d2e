import type { Rule } from "./resource-type";

/** Whom a policy speaks to: the identity it hangs on, those who may assume a role, or those who use a resource. */
export type PolicyKind = "identity" | "trust" | "resource";

/** Characters of a managed policy without white space. Source: IAM User Guide, "IAM and AWS STS quotas". */
export const MANAGED_POLICY_LIMIT = 6144;

/** Characters of all inline policies of one role together, without white space. Same source. */
export const INLINE_POLICIES_LIMIT = 10_240;

/** Characters of a role's trust policy without white space, unless the quota was raised. Same source. */
export const TRUST_POLICY_LIMIT = 2048;

/** Length as IAM counts it: without white space. */
export function policyLength(text: string): number {
  return text.replace(/\s/g, "").length;
}

/** A well-formed policy of a kind, of at most so many characters. */
export function policyDocument(kind: PolicyKind, limit: number): Rule {
  return (value, { partition }) => {
    const text = String(value);
    const length = policyLength(text);
    if (length > limit) {
      return `has ${length} characters without white space; allowed are ${limit}: join statements or split the policy`;
    }
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch (error) {
      return `is not JSON (${(error as Error).message}); make it with JSON.stringify`;
    }
    return documentProblem(document, kind, partition);
  };
}

type Fields = Readonly<Record<string, unknown>>;

function documentProblem(document: unknown, kind: PolicyKind, partition: string): string | undefined {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return "is no JSON object";
  const { Version, Statement } = document as Fields;
  if (Version !== undefined && Version !== "2012-10-17" && Version !== "2008-10-17") {
    return `has Version ${JSON.stringify(Version)}; allowed are 2012-10-17 and 2008-10-17`;
  }
  const statements = listOf(Statement);
  if (statements.length === 0) return "has no Statement; a policy needs at least one";
  const sids = statements.map((statement) => (statement as Fields).Sid).filter((sid) => sid !== undefined);
  const twice = sids.find((sid, index) => sids.indexOf(sid) !== index);
  if (twice !== undefined) return `has the Sid ${JSON.stringify(twice)} twice; Sids are unique within a policy`;
  for (const [index, statement] of statements.entries()) {
    const problem = statementProblem(statement as Fields, kind, partition);
    if (problem !== undefined) return `is malformed: Statement[${index}] ${problem}`;
  }
  return undefined;
}

function statementProblem(statement: Fields, kind: PolicyKind, partition: string): string | undefined {
  const { Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Sid } = statement;
  if (Effect !== "Allow" && Effect !== "Deny")
    return `has Effect ${JSON.stringify(Effect)}; allowed are Allow and Deny`;
  if (kind !== "resource" && Sid !== undefined && !/^[A-Za-z0-9]*$/.test(String(Sid))) {
    return `has Sid ${JSON.stringify(Sid)}; allowed are letters and digits`;
  }
  const actions = listOf(Action ?? NotAction);
  if (actions.length === 0) return "has neither Action nor NotAction";
  const action = actions.find((name) => !/^(\*|[a-zA-Z0-9-]+:[A-Za-z0-9*?]+)$/.test(String(name)));
  if (action !== undefined) return `has the action ${JSON.stringify(action)}; write service:Name, such as s3:GetObject`;
  const principal = Principal ?? NotPrincipal;
  if (kind === "identity" && principal !== undefined)
    return "has a Principal, which only trust and resource policies take";
  if (kind !== "identity" && principal === undefined) return "has no Principal";
  const resources = listOf(Resource ?? NotResource);
  if (kind === "trust" && resources.length > 0) return "has a Resource, which a trust policy doesn't take";
  if (kind !== "trust" && resources.length === 0) return "has no Resource";
  const foreign = [...resources, ...principals(principal)].find((name) => {
    const [, of] = /^arn:([^:]*):/.exec(String(name)) ?? [];
    return of !== undefined && of !== partition && !/[*?$]/.test(of);
  });
  return foreign === undefined ? undefined : `names ${JSON.stringify(foreign)}, which isn't in partition ${partition}`;
}

function principals(principal: unknown): readonly unknown[] {
  return typeof principal === "object" && principal !== null ? Object.values(principal).flatMap(listOf) : [];
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
