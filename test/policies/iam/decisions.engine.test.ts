import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { covers, isWholeService } from "../../../policies/iam/patterns";
import { statementsOf } from "../../../policies/iam/policy-document";
import type { PlannedResource } from "../../../policies/resource";
import { plan, planPath } from "../../../sandbox/commands/plan";
import { recordingTerminal } from "../../sandbox/engine/recording-terminal";
import { PROD, type ProdCopy, prodCopy } from "../../sandbox/prod/prod-copy";
import { actionsOf, sendsKey } from "./authorization-reference";
import { BUCKETS } from "./decisions/buckets";
import { ENDPOINTS } from "./decisions/endpoints";
import { EVENTS_AND_LOGS } from "./decisions/events-and-logs";
import { KARPENTER_LAUNCHES } from "./decisions/karpenter-launches";
import { KARPENTER_NEIGHBOURS } from "./decisions/karpenter-neighbours";
import { KARPENTER_UPKEEP } from "./decisions/karpenter-upkeep";
import { KEY_POLICIES } from "./decisions/key-policies";
import { KEYS } from "./decisions/keys";
import { OBJECTS } from "./decisions/objects";
import { decide, policiesInForce } from "./decisions/prod-call";
import { TRUST } from "./decisions/trust";
import { VOLUMES_AND_GROUPS } from "./decisions/volumes-and-groups";
import { POLICY_TYPES, type Weakened, weakened } from "./decisions/weakened";
import { PlannedPolicies } from "./planned-policies";

/** The table of issue 6: who may do what on prod, with the conditions that AWS would see. */
const TABLES = {
  "Karpenter's launches": KARPENTER_LAUNCHES,
  "Karpenter's upkeep": KARPENTER_UPKEEP,
  "Karpenter's neighbours": KARPENTER_NEIGHBOURS,
  buckets: BUCKETS,
  "volumes and groups of nodes": VOLUMES_AND_GROUPS,
  objects: OBJECTS,
  keys: KEYS,
  "key policies": KEY_POLICIES,
  "events and logs": EVENTS_AND_LOGS,
  trust: TRUST,
  endpoints: ENDPOINTS,
};

const ROWS = Object.values(TABLES).flat();

let prod: ProdCopy;
let resources: readonly PlannedResource[];
let policies: PlannedPolicies;
beforeAll(async () => {
  prod = prodCopy();
  const { policyPack: _, ...project } = prod;
  expect(await plan(project, PROD, recordingTerminal())).toBe(0);
  resources = JSON.parse(readFileSync(planPath(project, PROD), "utf8")).resources;
  policies = new PlannedPolicies(resources);
});
afterAll(() => prod.remove());

describe.each(Object.entries(TABLES))("simulator rows: %s", (_, rows) => {
  test.each(rows.map((row) => [row.expected, row.title, row] as const))("%s: %s", async (expected, _title, row) => {
    expect(await decide(row, policies)).toBe(expected);
  });
});

test("no two rows are the same, and every table has calls of both kinds", () => {
  const titles = ROWS.map(({ expected, title }) => `${expected}: ${title}`);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  const kinds = Object.values(TABLES).map((rows) => [...new Set(rows.map(({ expected }) => expected))].sort());
  expect(kinds).toEqual(kinds.map(() => ["allowed", "denied"]));
});

/** What no row can notice, with the reason. */
const UNNOTICED = [
  // The ARN of the principal, which the same statements compare, names its account.
  ...["UsedByServices", "GrantedByServices", "UsedForInstances", "GrantedToInstances"].map(
    (statement) => `keys-data ${statement} StringEquals kms:CallerAccount`,
  ),
  // The authorization reference knows no resource of logs:DescribeLogGroups, and so neither does the library. The service checks one and asks for this very wildcard in its
  // user guide, "Logs sent to CloudWatch Logs".
  "network-flow-logs FindLogGroup",
];

/** Whether a row is decided otherwise with a weaker policy. Only rows that the policy decides about are worth the while. */
async function isNoticed({ actions, resources: changed }: Weakened): Promise<boolean> {
  const others = new PlannedPolicies(changed);
  for (const row of ROWS) {
    if (!actions.some((action) => covers(action, row.call))) continue;
    if (isDeepStrictEqual(policiesInForce(row, others), policiesInForce(row, policies))) continue;
    if ((await decide(row, others)) !== row.expected) return true;
  }
  return false;
}

test("no statement and no condition of prod can go without a row that notices", async () => {
  const unnoticed: string[] = [];
  for (const change of weakened(resources)) if (!(await isNoticed(change))) unnoticed.push(change.what);
  expect(unnoticed.sort()).toEqual(UNNOTICED.sort());
});

describe("the policies of prod and the service authorization reference", () => {
  /** Statements of all policies, each with the name of its resource. */
  const statements = () =>
    resources
      .filter(({ type }) => POLICY_TYPES.includes(type))
      .flatMap(({ name, inputs }) =>
        statementsOf(String(inputs.policy)).map((statement) => ({ ...statement, what: `${name} ${statement.sid}` })),
      );

  test("every action exists", async () => {
    const missing: string[] = [];
    for (const { what, actions } of statements()) {
      for (const action of actions.filter((one) => one !== "*")) {
        if ((await actionsOf(action)).length === 0) missing.push(`${what} ${action}`);
      }
    }
    expect(statements().length).toBeGreaterThan(60);
    expect(missing).toEqual([]);
  });

  test("every action of a statement is sent with the keys that its conditions ask for", async () => {
    const dead: string[] = [];
    for (const { what, actions, conditions } of statements()) {
      // With a whole service no action in particular is meant.
      for (const pattern of actions.filter((one) => !isWholeService(one))) {
        for (const action of await actionsOf(pattern)) {
          for (const { key } of conditions) if (!(await sendsKey(action, key))) dead.push(`${what} ${action} ${key}`);
        }
      }
    }
    // AWS's own example for log groups has this one, too (CloudWatch Logs user guide, "Encrypt log data"): describing a key takes no encryption context, and logs do without.
    expect(dead).toEqual(["keys-logs UsedByCloudWatchLogs kms:DescribeKey kms:EncryptionContext:aws:logs:arn"]);
  });
});
