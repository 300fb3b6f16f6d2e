/** Condition block of a statement: operator, key, values. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One statement of an IAM or resource policy. Actions and resources are always lists, so that two statements compare by value. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Condition;
}

/** An IAM policy document as data; rules and tests read it before it is a string. */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Id?: string;
  readonly Statement: readonly Statement[];
}

/** Builds a document from its statements. */
export function policyDocument(statements: readonly Statement[], id?: string): PolicyDocument {
  return { Version: "2012-10-17", ...(id === undefined ? {} : { Id: id }), Statement: statements };
}

/** Characters a managed policy may have, white space not counted. Source: IAM user guide, "IAM and STS quotas". */
export const MANAGED_POLICY_MAX_CHARACTERS = 6_144;

/**
 * The document as AWS stores it: minified, in the order in which it was written. A statement without resources is one of a trust policy, where
 * IAM refuses the field itself, so it is left out.
 */
export function policyJson(document: PolicyDocument): string {
  return JSON.stringify(document, (key, value: unknown) =>
    key === "Resource" && Array.isArray(value) && value.length === 0 ? undefined : value,
  );
}
