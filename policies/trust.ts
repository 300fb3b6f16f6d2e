import { listAt, mappingAt } from "../charts/checks/object-readers";
import { valueAt } from "../charts/kube-object";

/** Operators by which a condition compares texts; those with wildcards as well. */
const COMPARING = /^(ForAnyValue:|ForAllValues:)?String(Equals|Like)$/;

const PREFIX = "system:serviceaccount:";

/**
 * The service accounts that a trust policy lets assume its role through the identity provider of a cluster, each as `namespace:name`, as the policy writes it: with wildcards where it has
 * some.
 *
 * Source: EKS user guide, "Assign IAM roles to Kubernetes service accounts".
 */
export function trustedServiceAccounts(trustPolicy: string): readonly string[] {
  const statements = oneOrMore(valueAt(JSON.parse(trustPolicy), ["Statement"]));
  return statements
    .filter((statement) => valueAt(statement, ["Effect"]) === "Allow")
    .filter((statement) => oneOrMore(valueAt(statement, ["Action"])).includes("sts:AssumeRoleWithWebIdentity"))
    .flatMap((statement) => Object.entries(mappingAt(statement, ["Condition"])))
    .filter(([operator]) => COMPARING.test(operator))
    .flatMap(([, compared]) => Object.entries(mappingAt(compared, [])))
    .filter(([key]) => key.endsWith(":sub"))
    .flatMap(([, subjects]) => oneOrMore(subjects))
    .flatMap((subject) =>
      typeof subject === "string" && subject.startsWith(PREFIX) ? subject.slice(PREFIX.length) : [],
    );
}

/** Policies write one of something without a list. */
function oneOrMore(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? listAt(value, []) : [value];
}

/** Whether a text fits a pattern of a policy, in which `*` stands for any characters and `?` for one. */
export function fitsPattern(text: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`).test(text);
}
