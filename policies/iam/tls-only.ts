import type { Condition, Statement } from "./policy-document";

/**
 * Resources of which a policy lets some request through without TLS. It refuses all where one statement denies every action of the service to everybody on the sole condition that
 * `aws:SecureTransport` is false; a second condition would let through what doesn't meet it.
 *
 * @param service prefix of the service's actions, such as `sqs`
 * @param resources ARNs; one that ends in `/*` stands for everything below
 */
export function reachableWithoutTls(
  statements: readonly Statement[],
  service: string,
  resources: readonly string[],
): readonly string[] {
  const refused = statements.filter((one) => refusesPlaintext(one, service)).flatMap((one) => one.resources);
  return resources.filter((resource) => !refused.some((pattern) => covers(pattern, resource)));
}

function refusesPlaintext({ effect, principals, actions, conditions }: Statement, service: string): boolean {
  const [condition, ...more] = conditions;
  return (
    effect === "Deny" &&
    principals.includes("*") &&
    actions.some((action) => ["*", `${service}:*`].includes(action.toLowerCase())) &&
    condition !== undefined &&
    more.length === 0 &&
    isWithoutTls(condition)
  );
}

/** The key is in every request, so that `IfExists` changes nothing. Names of operators and keys have no case. */
function isWithoutTls({ operator, key, values }: Condition): boolean {
  return (
    /^Bool(IfExists)?$/i.test(operator) &&
    key.toLowerCase() === "aws:securetransport" &&
    values.length > 0 &&
    values.every((value) => value.toLowerCase() === "false")
  );
}

/** Whether a pattern covers an ARN. An asterisk of the ARN is covered by an asterisk alone: `?` stands for one character, not for all that may follow. */
function covers(pattern: string, arn: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", "[^*]");
  return new RegExp(`^${expression}$`).test(arn);
}
