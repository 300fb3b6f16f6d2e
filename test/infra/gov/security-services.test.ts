import { findingsKeyPolicy, logsKeyPolicy } from "../../../infra/encryption/key-policies";
import { Keys } from "../../../infra/encryption/keys";
import { findingLogPolicy, findingTopicPolicy } from "../../../infra/security-services/finding-policies";
import { SecurityServices } from "../../../infra/security-services/security-services";
import { SEVERITY_ROUTES } from "../../../infra/security-services/severity-routes";
import { simulate } from "../../policies/iam/simulate";
import { prodPlatform } from "../prod-platform";
import { type RecordedGraph, recordGraph } from "../recorded-graph";
import { present } from "./gov-findings";
import { govPlatform, govWith } from "./gov-platform";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const ACCOUNT = "210987654321";
const here = (service: string, resource: string) => `arn:aws-us-gov:${service}:us-gov-west-1:${ACCOUNT}:${resource}`;

function build(platform = govPlatform()) {
  return recordGraph(() => {
    const keys = new Keys("keys", { platform });
    return new SecurityServices("security", { platform, config: present(platform.securityServices), keys });
  });
}

describe("the security services", () => {
  const platform = govPlatform();
  let graph: RecordedGraph;

  beforeAll(async () => {
    ({ graph } = await build());
  });

  it("are GuardDuty with EKS protection, and Security Hub with the configured standards alone", () => {
    expect(graph.find("aws:guardduty/detector:Detector", "security-detector").inputs).toEqual({
      enable: true,
      findingPublishingFrequency: "FIFTEEN_MINUTES",
    });
    expect(graph.ofType("aws:guardduty/detectorFeature:DetectorFeature")).toEqual({
      "security-EKS_AUDIT_LOGS": { detectorId: "security-detector-id", name: "EKS_AUDIT_LOGS", status: "ENABLED" },
    });
    expect(graph.find("aws:securityhub/account:Account", "security-hub").inputs).toMatchObject({
      enableDefaultStandards: false,
    });
    expect(
      Object.values(graph.ofType("aws:securityhub/standardsSubscription:StandardsSubscription")).map(
        ({ standardsArn }) => standardsArn,
      ),
    ).toEqual([
      "arn:aws-us-gov:securityhub:us-gov-west-1::standards/aws-foundational-security-best-practices/v/1.0.0",
      "arn:aws-us-gov:securityhub:us-gov-west-1::standards/nist-800-53/v/5.0.0",
    ]);
  });

  it("let GuardDuty keep its agent up to date where nodes are watched at run time", async () => {
    const watched = await build(
      govWith((input) => Object.assign(present(input.securityServices).guardDuty, { protections: ["runtime"] })),
    );
    expect(
      watched.graph.find("aws:guardduty/detectorFeature:DetectorFeature", "security-RUNTIME_MONITORING").inputs,
    ).toMatchObject({ additionalConfigurations: [{ name: "EKS_ADDON_MANAGEMENT", status: "ENABLED" }] });
  });

  it("tell people through the two documented topics, encrypted with a key of their own", () => {
    expect(Object.values(graph.ofType("aws:sns/topic:Topic"))).toEqual([
      {
        name: "enhanced-eks-cluster-guardduty-alerts",
        displayName: "GuardDuty enhanced-eks-cluster",
        kmsMasterKeyId: "security-findings-arn",
      },
      {
        name: "enhanced-eks-cluster-security-hub-findings",
        displayName: "Security Hub enhanced-eks-cluster",
        kmsMasterKeyId: "security-findings-arn",
      },
    ]);
    const subscriptions = Object.values(graph.ofType("aws:sns/topicSubscription:TopicSubscription"));
    expect(subscriptions.map(({ protocol, endpoint }) => `${protocol} ${endpoint}`)).toEqual([
      "email sre-team@example.com",
      "email sre-team@example.com",
    ]);
  });

  it("keep every finding in the two documented log groups", () => {
    const groups = ["guardduty", "security-hub"].map((source) =>
      graph.find("aws:cloudwatch/logGroup:LogGroup", `security-${source}-log`),
    );
    expect(groups.map(({ inputs, protect }) => ({ ...inputs, protect }))).toEqual(
      ["/aws/guardduty/enhanced-eks-cluster", "/aws/securityhub/enhanced-eks-cluster"].map((name) => ({
        name,
        retentionInDays: 365,
        kmsKeyId: "keys-logs-arn",
        protect: true,
      })),
    );
    const pattern = (name: string) => JSON.parse(String(graph.find(RULE, name).inputs.eventPattern));
    expect(pattern("security-guardduty-log")).toEqual({
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
    });
    expect(graph.find(TARGET, "security-guardduty-log-target").dependencies).toContain(
      "aws:cloudwatch/logResourcePolicy:LogResourcePolicy security-findings",
    );
  });

  it.each([
    ["security-guardduty-critical", { severity: [{ numeric: [">=", 9] }] }],
    ["security-guardduty-high", { severity: [{ numeric: [">=", 7, "<", 9] }] }],
  ])("route %s by GuardDuty's number", (name, detail) => {
    expect(JSON.parse(String(graph.find(RULE, name).inputs.eventPattern)).detail).toEqual(detail);
  });

  it.each(["critical", "high", "medium"])(
    "route new and active %s findings of Security Hub by their label",
    (severity) => {
      const { inputs } = graph.find(RULE, `security-security-hub-${severity}`);
      expect(inputs.name).toBe(`enhanced-eks-cluster-security-hub-${severity}`);
      expect(JSON.parse(String(inputs.eventPattern)).detail.findings).toEqual({
        ProductName: [{ "anything-but": ["GuardDuty"] }],
        RecordState: ["ACTIVE"],
        Severity: { Label: [severity.toUpperCase()] },
        Workflow: { Status: ["NEW"] },
      });
    },
  );

  it("say how soon to answer: critical within 15 minutes, high within the hour, medium within four", () => {
    const times = Object.values(SEVERITY_ROUTES).map((routes) =>
      routes.map((one) => `${one.severity} ${one.priority} ${one.respondWithin}`),
    );
    expect(times).toEqual([
      ["critical P0 15m", "high P1 1h"],
      ["critical P0 15m", "high P1 1h", "medium P2 4h"],
    ]);
    const { inputs, dependencies } = graph.find(TARGET, "security-guardduty-critical-target");
    expect(inputs).toMatchObject({
      arn: "security-guardduty-topic-arn",
      inputTransformer: {
        inputTemplate: expect.stringMatching(
          /^"GuardDuty CRITICAL on enhanced-eks-cluster: respond within 15m \(P0\)"\n"<title>"\n/,
        ),
      },
    });
    expect(dependencies).toContain("aws:sns/topicPolicy:TopicPolicy security-guardduty-topic");
  });

  it("are logged with a key that CloudWatch may use for just these groups, and prod's key stays as it is", () => {
    const arns = (document: unknown) => JSON.stringify(document).match(/log-group:[^"]+/g);
    expect(arns(logsKeyPolicy(platform))).toEqual([
      "log-group:/aws/*/enhanced-eks-cluster/*",
      "log-group:/aws/guardduty/enhanced-eks-cluster",
      "log-group:/aws/securityhub/enhanced-eks-cluster",
    ]);
    expect(arns(logsKeyPolicy(prodPlatform()))).toEqual(["log-group:/aws/*/prod-us-east-1/*"]);
  });
});

describe("simulator", () => {
  const platform = govPlatform();
  const topic = here("sns", "enhanced-eks-cluster-guardduty-alerts");
  const tls = { "aws:SecureTransport": "true" };
  const rule = (name: string) => ({ "aws:SourceArn": here("events", `rule/${name}`) });

  it.each<[string, string, Record<string, string>]>([
    ["allowed", "events.amazonaws.com", { ...tls, ...rule("enhanced-eks-cluster-guardduty-critical") }],
    ["allowed", "events.amazonaws.com", { ...tls, ...rule("enhanced-eks-cluster-guardduty-high") }],
    ["denied", "events.amazonaws.com", { ...tls, ...rule("enhanced-eks-cluster-security-hub-high") }],
    [
      "denied",
      "events.amazonaws.com",
      { ...tls, "aws:SourceArn": here("events", "rule/x").replace(ACCOUNT, "999999999999") },
    ],
    [
      "denied",
      "events.amazonaws.com",
      { "aws:SecureTransport": "false", ...rule("enhanced-eks-cluster-guardduty-high") },
    ],
    ["denied", "s3.amazonaws.com", { ...tls, ...rule("enhanced-eks-cluster-guardduty-high") }],
  ])("%s: %s publishes to GuardDuty's topic with %j", async (expected, principal, context) => {
    const call = { principal, action: "sns:Publish", resource: topic, account: ACCOUNT, context };
    expect(await simulate(call, { resource: findingTopicPolicy(platform, "guardduty") })).toBe(expected);
  });

  it.each<[string, string, string]>([
    ["allowed", "kms:GenerateDataKey", topic],
    ["allowed", "kms:Decrypt", topic],
    ["denied", "kms:GenerateDataKey", here("sns", "another-topic")],
    ["denied", "kms:CreateGrant", topic],
  ])("%s: EventBridge calls %s for %s with the key of findings", async (expected, action, arn) => {
    const context = { "kms:EncryptionContext:aws:sns:topicArn": arn };
    const call = {
      principal: "events.amazonaws.com",
      action,
      resource: here("kms", "key/k"),
      account: ACCOUNT,
      context,
    };
    expect(await simulate(call, { resource: findingsKeyPolicy(platform) })).toBe(expected);
  });

  it.each<[string, string, string]>([
    ["allowed", "/aws/guardduty/enhanced-eks-cluster", "enhanced-eks-cluster-guardduty-log"],
    ["denied", "/aws/guardduty/enhanced-eks-cluster", "enhanced-eks-cluster-guardduty-high"],
    ["denied", "/aws/eks/enhanced-eks-cluster/cluster", "enhanced-eks-cluster-guardduty-log"],
  ])("%s: EventBridge writes to %s for %s", async (expected, group, name) => {
    const resource = here("logs", `log-group:${group}:log-stream:s`);
    const call = {
      principal: "events.amazonaws.com",
      action: "logs:PutLogEvents",
      resource,
      account: ACCOUNT,
      context: rule(name),
    };
    expect(await simulate(call, { resource: findingLogPolicy(platform) })).toBe(expected);
  });
});
