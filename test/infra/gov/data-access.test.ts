import { DataAccess } from "../../../infra/data-access/data-access";
import { workloadPolicy } from "../../../infra/data-access/workload-policy";
import { applicationSecretsKeyPolicy } from "../../../infra/encryption/key-policies";
import { Keys } from "../../../infra/encryption/keys";
import { podIdentityTrust } from "../../../infra/identity/pod-identity-trust";
import { policyJson } from "../../../infra/identity/policy-document";
import { simulate } from "../../policies/iam/simulate";
import { type RecordedGraph, recordGraph, resolved } from "../recorded-graph";
import { present } from "./gov-findings";
import { govPlatform, govWith } from "./gov-platform";

const ACCOUNT = "210987654321";
const here = (service: string, resource: string, account = ACCOUNT) =>
  `arn:aws-us-gov:${service}:us-gov-west-1:${account}:${resource}`;
const platform = govPlatform();
const workload = (name: string) => present(platform.dataAccess?.workloads[name]);

describe("data access", () => {
  let graph: RecordedGraph;
  let made: DataAccess;

  beforeAll(async () => {
    ({ graph, result: made } = await recordGraph(() => {
      const keys = new Keys("keys", { platform });
      const config = present(platform.dataAccess);
      return new DataAccess("data", { platform, config, clusterName: "enhanced-eks-cluster", keys });
    }));
  });

  it("gives each workload a role of its own by Pod Identity, after its policy is attached", () => {
    const type = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
    expect(graph.ofType(type)).toEqual(
      Object.fromEntries(
        [
          ["collector", "prometheus", "collector"],
          ["external-secrets", "external-secrets", "external-secrets"],
          ["keda", "keda", "keda-operator"],
          ["my-app", "my-app", "my-app"],
        ].map(([name, namespace, serviceAccount]) => [
          `data-${name}-association`,
          { clusterName: "enhanced-eks-cluster", namespace, serviceAccount, roleArn: `data-${name}-role-arn` },
        ]),
      ),
    );
    expect(graph.find(type, "data-keda-association").dependencies).toContain(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment data-keda-policy",
    );
  });

  it("tells the roles' ARNs, and the application's as the documents do", async () => {
    expect(await resolved(made.applicationRoleArn)).toBe(
      "arn:aws-us-gov:iam::210987654321:role/enhanced-eks-cluster-my-app",
    );
    expect(Object.keys(made.roleArns)).toEqual(["collector", "external-secrets", "keda", "my-app"]);
  });

  it("has a key of its own for secrets, under an alias that policies name", () => {
    expect(graph.find("aws:kms/key:Key", "data-application-secrets")).toMatchObject({
      inputs: { enableKeyRotation: true, deletionWindowInDays: 30 },
      protect: true,
    });
    expect(graph.find("aws:kms/alias:Alias", "data-application-secrets").inputs.name).toBe(
      "alias/enhanced-eks-cluster/application-secrets",
    );
  });

  it("grants nothing that isn't asked for", () => {
    const sids = (name: string) => workloadPolicy(platform, name, workload(name)).Statement.map(({ Sid }) => Sid);
    expect(sids("keda")).toEqual(["WatchLengthOfQueues", "WatchLengthOfStreams"]);
    expect(sids("external-secrets")).toEqual(["ReadSecrets", "DecryptSecrets"]);
    expect(sids("collector")).toEqual(["SendTraces", "PutMetrics"]);
    expect(sids("my-app")).toEqual([
      "InvokeModels",
      "InvokeProfiles",
      "InvokeModelsOfProfiles",
      "FindBucket",
      "ListOwnPrefixes",
      "UseOwnPrefixes",
      "UseDataKeyForBucket",
      "SignInToDatabases",
      "UseTables",
      "ConsumeQueues",
      "ConsumeStreams",
      "SendTraces",
      "PutMetrics",
    ]);
  });

  it("names each statement once where a workload has two buckets", () => {
    const two = govWith(({ dataAccess }) => {
      present(dataAccess?.workloads["my-app"]).grants.s3?.push({
        bucket: "vantage-gov-data",
        prefixes: ["other/"],
        access: "read",
      });
    });
    const sids = workloadPolicy(two, "my-app", present(two.dataAccess?.workloads["my-app"])).Statement.map(
      (one) => one.Sid,
    );
    expect(new Set(sids).size).toBe(sids.length);
    expect(sids).toContain("UseOwnPrefixes2");
  });

  it.each<[string, string, () => unknown]>([
    [
      "a bucket that isn't the stack's",
      'there is no bucket "x"',
      () => grantOf({ s3: [{ bucket: "x", prefixes: [""], access: "read" }] }),
    ],
    ["no grant at all", "nothing is granted", () => grantOf({})],
  ])("refuses %s", (_, message, program) => {
    expect(program).toThrow(message);
  });
});

function grantOf(grants: object) {
  const changed = govWith(({ dataAccess }) => Object.assign(present(dataAccess?.workloads.keda), { grants }));
  return workloadPolicy(changed, "keda", present(changed.dataAccess?.workloads.keda));
}

/** One row of the table: what AWS decides about a call of a workload. */
type Row = readonly [
  expected: "allowed" | "denied",
  who: string,
  call: string,
  on: string,
  context?: Record<string, string | string[]>,
];

const model = (id: string, region = "us-gov-west-1") => `arn:aws-us-gov:bedrock:${region}::foundation-model/${id}`;
const CLAUDE = "anthropic.claude-sonnet-4-5-20250929-v1:0";
const profile = here("bedrock", `inference-profile/us-gov.${CLAUDE}`);
const secret = (name: string) => here("secretsmanager", `secret:${name}`);
const throughSecrets = (alias: string, name: string) => ({
  "kms:ViaService": "secretsmanager.us-gov-west-1.amazonaws.com",
  "kms:EncryptionContext:SecretARN": secret(name),
  "kms:ResourceAliases": [`alias/enhanced-eks-cluster/${alias}`],
});
const CREDS = "enhanced-eks-cluster/my-app/db-creds-a1B2c3";

const ROWS: readonly Row[] = [
  ["allowed", "my-app", "bedrock:InvokeModel", model("amazon.nova-pro-v1:0")],
  ["denied", "my-app", "bedrock:InvokeModel", model("amazon.nova-lite-v1:0")],
  ["denied", "my-app", "bedrock:InvokeModel", model("amazon.nova-pro-v1:0", "us-gov-east-1")],
  ["allowed", "my-app", "bedrock:InvokeModelWithResponseStream", profile],
  [
    "allowed",
    "my-app",
    "bedrock:InvokeModel",
    model(CLAUDE, "us-gov-east-1"),
    { "bedrock:InferenceProfileArn": profile },
  ],
  ["denied", "my-app", "bedrock:InvokeModel", model(CLAUDE, "us-gov-east-1")],
  ["denied", "keda", "bedrock:InvokeModel", model("amazon.nova-pro-v1:0")],
  ["allowed", "my-app", "s3:GetObject", "arn:aws-us-gov:s3:::vantage-gov-data/my-app/x"],
  ["denied", "my-app", "s3:GetObject", "arn:aws-us-gov:s3:::vantage-gov-data/other/x"],
  ["denied", "my-app", "s3:DeleteObject", "arn:aws-us-gov:s3:::vantage-gov-data/my-app/x"],
  ["allowed", "my-app", "rds-db:connect", here("rds-db", "dbuser:db-ABCDEFGHIJKL01234/my_app")],
  ["denied", "my-app", "rds-db:connect", here("rds-db", "dbuser:db-ABCDEFGHIJKL01234/admin")],
  ["denied", "my-app", "rds-db:connect", here("rds-db", "dbuser:db-ZZZZZZZZZZZZ01234/my_app")],
  ["allowed", "my-app", "dynamodb:PutItem", here("dynamodb", "table/my-app-items")],
  ["allowed", "my-app", "dynamodb:Query", here("dynamodb", "table/my-app-items/index/by-date")],
  ["denied", "my-app", "dynamodb:PutItem", here("dynamodb", "table/my-app-items-2")],
  ["denied", "my-app", "dynamodb:DeleteTable", here("dynamodb", "table/my-app-items")],
  ["allowed", "external-secrets", "secretsmanager:GetSecretValue", secret(CREDS)],
  ["denied", "external-secrets", "secretsmanager:GetSecretValue", secret("enhanced-eks-cluster/other/key-a1B2c3")],
  ["denied", "external-secrets", "secretsmanager:GetSecretValue", secret("other-cluster/my-app/db-creds-a1B2c3")],
  ["denied", "external-secrets", "secretsmanager:PutSecretValue", secret(CREDS)],
  ["denied", "my-app", "secretsmanager:GetSecretValue", secret(CREDS)],
  ["allowed", "external-secrets", "kms:Decrypt", here("kms", "key/k"), throughSecrets("application-secrets", CREDS)],
  ["denied", "external-secrets", "kms:Decrypt", here("kms", "key/k"), throughSecrets("secrets", CREDS)],
  [
    "denied",
    "external-secrets",
    "kms:Decrypt",
    here("kms", "key/k"),
    throughSecrets("application-secrets", "enhanced-eks-cluster/other/key-a1B2c3"),
  ],
  [
    "denied",
    "external-secrets",
    "kms:Decrypt",
    here("kms", "key/k"),
    { "kms:ResourceAliases": ["alias/enhanced-eks-cluster/application-secrets"] },
  ],
  ["allowed", "keda", "sqs:GetQueueAttributes", here("sqs", "my-app-jobs")],
  ["denied", "keda", "sqs:ReceiveMessage", here("sqs", "my-app-jobs")],
  ["denied", "keda", "sqs:GetQueueAttributes", here("sqs", "another")],
  ["allowed", "my-app", "sqs:ReceiveMessage", here("sqs", "my-app-jobs")],
  ["denied", "my-app", "sqs:SendMessage", here("sqs", "my-app-jobs")],
  ["allowed", "keda", "kinesis:DescribeStreamSummary", here("kinesis", "stream/my-app-events")],
  ["denied", "keda", "kinesis:GetRecords", here("kinesis", "stream/my-app-events")],
  ["allowed", "my-app", "kinesis:GetRecords", here("kinesis", "stream/my-app-events")],
  ["denied", "my-app", "kinesis:PutRecord", here("kinesis", "stream/my-app-events")],
  ["allowed", "collector", "xray:PutTraceSegments", "*"],
  ["denied", "keda", "xray:PutTraceSegments", "*"],
  [
    "allowed",
    "collector",
    "cloudwatch:PutMetricData",
    here("cloudwatch", "dataset/default"),
    { "cloudwatch:namespace": "enhanced-eks-cluster" },
  ],
  [
    "denied",
    "collector",
    "cloudwatch:PutMetricData",
    here("cloudwatch", "dataset/default"),
    { "cloudwatch:namespace": "AWS/EC2" },
  ],
];

describe("simulator", () => {
  it.each(ROWS.map(([expected, who, call, on, context = {}]) => [expected, who, call, on, context] as const))(
    "%s: %s calls %s on %s",
    async (expected, who, action, resource, context) => {
      const principal = `arn:aws-us-gov:sts::${ACCOUNT}:assumed-role/enhanced-eks-cluster-${who}/session`;
      const call = { principal, action, resource, account: ACCOUNT, context };
      const identity = [JSON.parse(policyJson(workloadPolicy(platform, who, workload(who))))];
      // A key allows what its own policy leaves to IAM, and nothing without it.
      const ofKey = action.startsWith("kms:") ? { resource: applicationSecretsKeyPolicy(platform) } : {};
      expect(await simulate(call, { identity, ...ofKey })).toBe(expected);
    },
  );

  const cluster = here("eks", "cluster/enhanced-eks-cluster");
  const tags = (namespace: string, serviceAccount: string, arn = cluster) => ({
    "aws:RequestTag/kubernetes-namespace": namespace,
    "aws:RequestTag/kubernetes-service-account": serviceAccount,
    "aws:RequestTag/eks-cluster-arn": arn,
  });
  it.each<[string, string, Record<string, string>]>([
    ["allowed", "pods.eks.amazonaws.com", tags("keda", "keda-operator")],
    ["denied", "pods.eks.amazonaws.com", tags("default", "keda-operator")],
    ["denied", "pods.eks.amazonaws.com", tags("keda", "default")],
    ["denied", "pods.eks.amazonaws.com", tags("keda", "keda-operator", `${cluster}-2`)],
    ["denied", "pods.eks.amazonaws.com", {}],
    ["denied", "ec2.amazonaws.com", tags("keda", "keda-operator")],
  ])("%s: %s takes KEDA's role with %j", async (expected, principal, context) => {
    const resource = `arn:aws-us-gov:iam::${ACCOUNT}:role/enhanced-eks-cluster-keda`;
    const trust = JSON.parse(policyJson(podIdentityTrust(platform, workload("keda"))));
    const call = { principal, action: "sts:TagSession", resource, account: ACCOUNT, context };
    expect(await simulate(call, { resource: trust })).toBe(expected);
  });
});
