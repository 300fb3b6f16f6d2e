import type { PlannedResource } from "../../../../policies/resource";
import type { Conditions, PolicyJson } from "../planned-policies";

/** A plan in which one policy has lost a statement, or a statement a condition. */
export interface Weakened {
  /** Resource, statement and, where only that is gone, the condition: `keys-data UsedByServices StringEquals kms:CallerAccount`. */
  readonly what: string;
  /** Actions of the statement; no other call can notice. */
  readonly actions: readonly string[];
  readonly resources: readonly PlannedResource[];
}

/** Types whose `policy` decides about calls. */
export const POLICY_TYPES: readonly string[] = [
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:kms/key:Key",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:sqs/queuePolicy:QueuePolicy",
];

/** Every way to take one statement, or one condition of one, from a plan's policies. */
export function* weakened(resources: readonly PlannedResource[]): Generator<Weakened> {
  for (const resource of resources) {
    if (!POLICY_TYPES.includes(resource.type)) continue;
    const policy = JSON.parse(String(resource.inputs.policy)) as PolicyJson;
    const changed = (statements: PolicyJson["Statement"]): readonly PlannedResource[] => {
      const inputs = { ...resource.inputs, policy: JSON.stringify({ ...policy, Statement: statements }) };
      return resources.map((one) => (one === resource ? { ...one, inputs } : one));
    };
    for (const statement of policy.Statement) {
      const what = `${resource.name} ${statement.Sid}`;
      const others = policy.Statement.filter((one) => one !== statement);
      yield { what, actions: statement.Action, resources: changed(others) };
      for (const { key, rest } of withoutEachKey(statement.Condition)) {
        const loose = policy.Statement.map((one) => (one === statement ? { ...one, Condition: rest } : one));
        yield { what: `${what} ${key}`, actions: statement.Action, resources: changed(loose) };
      }
    }
  }
}

function withoutEachKey(conditions: Conditions = {}): readonly { readonly key: string; readonly rest: Conditions }[] {
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.keys(keys).map((key) => {
      const { [key]: _, ...left } = keys;
      const { [operator]: __, ...others } = conditions;
      return {
        key: `${operator} ${key}`,
        rest: Object.keys(left).length === 0 ? others : { ...others, [operator]: left },
      };
    }),
  );
}
