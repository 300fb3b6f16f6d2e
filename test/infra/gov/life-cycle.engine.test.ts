import { readFileSync } from "node:fs";
import { estateOfPlan } from "../../../policies/estate-of-plan";
import { evaluate } from "../../../policies/evaluate";
import { RULES } from "../../../policies/index";
import type { PlannedResource } from "../../../policies/resource";
import { type OperateOptions, type Operation, operate } from "../../../sandbox/commands/operate";
import { plan, planPath } from "../../../sandbox/commands/plan";
import { recordingTerminal } from "../../sandbox/engine/recording-terminal";
import { govPlatform } from "./gov-platform";
import { type GovProject, govProject, STACK } from "./gov-project";

/** Rules about systems in the cluster, which this part of the stack has none of. */
const OF_SYSTEMS = ["strimzi-clusters", "node-selectors", "horizontal-autoscalers"];

let gov: GovProject;
beforeAll(() => {
  gov = govProject();
});
afterAll(() => gov.remove());

/** Runs an operation; gives its exit code and its last line without the time taken. */
async function run(operation: Operation, options: OperateOptions = {}) {
  const terminal = recordingTerminal();
  const code = await operate(operation, gov, STACK, terminal, options);
  return { code, lines: terminal.lines, last: terminal.lines.at(-1)?.replace(/ in [\d.]+ s$/, "") };
}

describe("the plan of the GovCloud stack", () => {
  let text: string;
  let resources: readonly PlannedResource[];

  beforeAll(async () => {
    const terminal = recordingTerminal();
    const code = await plan(gov, STACK, terminal);
    expect([code, ...(code === 0 ? [] : terminal.lines)]).toEqual([0]);
    text = readFileSync(planPath(gov, STACK), "utf8");
    resources = (JSON.parse(text) as { resources: PlannedResource[] }).resources;
  });

  test("has ARNs of its own partition and of no other", () => {
    const partitions = [...text.matchAll(/\barn:(aws[a-z-]*):/g)].map(([, partition]) => partition);
    expect(new Set(partitions)).toEqual(new Set(["aws-us-gov"]));
    expect(partitions.length).toBeGreaterThan(80);
  });

  test("names its own region; the other of the partition only for models that a profile may answer from", () => {
    const named = (of: string) => new Set(of.match(/\b[a-z]{2}(-gov)?-(north|south|east|west|central)+-\d/g));
    const [withModels, others] = [true, false].map((wanted) =>
      resources.filter(({ inputs }) => JSON.stringify(inputs).includes("foundation-model/") === wanted),
    );
    expect(named(JSON.stringify(others))).toEqual(new Set(["us-gov-west-1"]));
    expect(withModels?.map(({ name }) => name)).toEqual(["data-access-my-app-policy"]);
    expect(named(JSON.stringify(withModels))).toEqual(new Set(["us-gov-west-1", "us-gov-east-1"]));
  });

  test("names services as the partition does", () => {
    const hosts = new Set(text.match(/[a-z0-9.-]+\.amazonaws\.com(\.cn)?/g));
    expect([...hosts].sort()).toEqual([
      "autoscaling.amazonaws.com",
      "delivery.logs.amazonaws.com",
      "ebs.csi.eks.amazonaws.com",
      "ec2.amazonaws.com",
      "ec2.us-gov-west-1.amazonaws.com",
      "eks.amazonaws.com",
      "events.amazonaws.com",
      "logs.us-gov-west-1.amazonaws.com",
      "pods.eks.amazonaws.com",
      "s3.us-gov-west-1.amazonaws.com",
      "secretsmanager.us-gov-west-1.amazonaws.com",
      "spot.amazonaws.com",
      "vpc-flow-logs.amazonaws.com",
    ]);
  });

  test("turns the three parts of Auto Mode on together, and calls endpoints validated after FIPS 140", () => {
    const cluster = resources.find(({ type }) => type === "aws:eks/cluster:Cluster");
    expect(cluster?.inputs).toMatchObject({
      name: "enhanced-eks-cluster",
      version: "1.34",
      bootstrapSelfManagedAddons: false,
      computeConfig: { enabled: true, nodePools: ["general-purpose", "system"] },
      storageConfig: { blockStorage: { enabled: true } },
      kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true }, serviceIpv4Cidr: "172.20.0.0/16" },
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
    });
    const provider = resources.find(({ type }) => type === "pulumi:providers:aws");
    expect(provider?.inputs).toMatchObject({ region: "us-gov-west-1", useFipsEndpoint: "true" });
  });

  test("breaks no rule of the policies", () => {
    const rules = RULES.filter(({ id }) => !OF_SYSTEMS.includes(id));
    const estate = estateOfPlan(govPlatform(), resources as readonly PlannedResource[], [], new Date("2026-11-21"));
    const { verdicts } = evaluate(estate, { rules, exemptions: [] });
    const objections = verdicts.flatMap((verdict) =>
      verdict.outcome === "violation" ? [`${verdict.rule.id}: ${verdict.subject.text}: ${verdict.message}`] : [],
    );
    expect(objections).toEqual([]);
    expect(verdicts.filter(({ outcome }) => outcome === "pass").length).toBeGreaterThan(300);
  });

  test("has no add-on, no node group, no key pair and no identity provider", () => {
    const types = new Set(resources.map(({ type }) => type));
    const absent = [
      "aws:eks/addon:Addon",
      "aws:eks/nodeGroup:NodeGroup",
      "aws:ec2/keyPair:KeyPair",
      "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    ];
    expect(absent.filter((type) => types.has(type))).toEqual([]);
  });
});

// One story, told in order: each test goes on from the state in which the one before left the stack.
describe("the life of the GovCloud stack", () => {
  test("up makes everything, and the simulated cloud takes it", async () => {
    const { code, last, lines } = await run("up");
    expect([code, last, ...(code === 0 ? [] : lines)]).toEqual([0, expect.stringMatching(/^gov: \d+ created$/)]);
    const objects = gov
      .objects()
      .filter(({ type }) => type === "aws:eks/podIdentityAssociation:PodIdentityAssociation");
    expect(objects).toHaveLength(4);
  });

  test("a second up and a refresh change nothing", async () => {
    expect(await run("up", { expectNoChanges: true })).toMatchObject({ code: 0, last: "gov: no changes" });
    expect(await run("refresh", { expectNoChanges: true })).toMatchObject({ code: 0, last: "gov: no changes" });
  });

  test("destroy leaves nothing", async () => {
    const { code, last, lines } = await run("destroy", { unprotect: true });
    expect([code, last, ...(code === 0 ? [] : lines)]).toEqual([0, expect.stringMatching(/^gov: \d+ deleted$/)]);
    expect(gov.objects()).toEqual([]);
  });
});
