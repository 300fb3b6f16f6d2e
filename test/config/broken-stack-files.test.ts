import { stringify } from "yaml";
import { type ConfigSource, checkStack } from "../../config/check-stack";
import { ConfigError, type Problem } from "../../config/problems";
import { readStackDocument } from "../../config/stack-document";
import { CONFIG_NAMESPACE, type StackInput } from "../../config/stack-schema";
import { prodInput } from "../infra/prod-platform";
import { semanticMutations } from "./semantic-mutations";
import { type Mutation, schemaMutations } from "./stack-mutations";

const GOOD = prodInput();
const SCHEMA_MUTATIONS = schemaMutations(GOOD);
const SEMANTIC_MUTATIONS = semanticMutations();

/** Of the mistakes of form, as many as these are read as text with lines, which takes longer; they are spread over the file. */
const FORM_AS_TEXT = 100;
const STEP = Math.ceil(SCHEMA_MUTATIONS.length / FORM_AS_TEXT);

/** Read as text with lines: all mistakes of meaning, and some of form. */
const AS_FILES = [...SEMANTIC_MUTATIONS, ...SCHEMA_MUTATIONS.filter((_, index) => index % STEP === 0)];

const NO_FILE: ConfigSource = { name: "stack prod", locate: () => undefined };

function configWith(changes: readonly Mutation[]): Record<string, unknown> {
  const input: StackInput = structuredClone(GOOD);
  for (const { apply } of changes) {
    apply(input);
  }
  return Object.fromEntries(Object.entries(input).map(([section, value]) => [`${CONFIG_NAMESPACE}:${section}`, value]));
}

/** A stack file as an operator would have it. */
function fileWith(changes: readonly Mutation[]): string {
  return stringify({ config: configWith(changes) }, { aliasDuplicateObjects: false });
}

function problemsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

function problemsOfFile(text: string): readonly Problem[] {
  const document = readStackDocument("Pulumi.prod.yaml", text);
  return problemsOf(() => checkStack("prod", document.config ?? {}, document));
}

const table = (mutations: readonly Mutation[]) => mutations.map((mutation) => [mutation.name, mutation] as const);

describe("200 broken stack files", () => {
  it("are at least so many, and the file they are made of is right", () => {
    expect(AS_FILES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(AS_FILES.map((mutation) => fileWith([mutation]))).size).toBe(AS_FILES.length);
    expect(problemsOfFile(fileWith([]))).toEqual([]);
  });

  it.each(table(AS_FILES))("%s", (_, mutation) => {
    const text = fileWith([mutation]);
    const problem = problemsOfFile(text).find(({ path }) => path === mutation.path);

    expect(problem).toMatchObject({ path: mutation.path });
    expect([problem?.given, problem?.allowed, problem?.mend]).not.toContain("");
    // The line is that of the value, or of the nearest parent that is there; each names a key of the path, or is an entry of a list.
    const line = text.split("\n")[(problem?.line ?? 0) - 1]?.trim() ?? "";
    const key = /^(- )?"?([^"]+?)"?:( |$)/.exec(line)?.[2] ?? "";
    expect(line.startsWith("- ") || key === "config" || mutation.path.includes(key)).toBe(true);
  });
});

describe("every other mistake of form", () => {
  const others = SCHEMA_MUTATIONS.filter((mutation) => !AS_FILES.includes(mutation));

  it.each(table(others))("%s", (_, mutation) => {
    const problems = problemsOf(() => checkStack("prod", configWith([mutation]), NO_FILE));

    expect(problems.map(({ path }) => path)).toContain(mutation.path);
  });
});

describe("several mistakes", () => {
  /** Mistakes in sections, fields and entries of their own, as they meet in one file. */
  const TOGETHER = [
    "vantage:platform.team = 10 parsecs*",
    'vantage:network.cidr = "10.42.0.1/16"',
    'vantage:network.zones[2] = "us-east-1x"',
    'vantage:network.flowLogs.retention = "91d"',
    "vantage:cluster.corednsReplicas misspelt",
    "vantage:nodePools.worker-general-v5.nodes.desired = 41",
    'vantage:nodePools.worker-spot-v2.instanceTypes = ["m6i.2xlarge","m5.2xlarge"]',
    "vantage:nodePools.worker-memory-v3.maxPods removed",
    "vantage:nodePools.worker-kafka-v2.manager misspelt",
    'vantage:karpenter.phase = "fulll"',
    'vantage:karpenter.interruptionQueue.retention = "59s"',
    'vantage:storage.identities.velero.bucket = "vantage-velero"',
    'vantage:addOns.releases.grafana.chart = "7.3.0"',
  ];

  it("are all reported at once, in the order of the file", () => {
    const mutations = [...SCHEMA_MUTATIONS, ...SEMANTIC_MUTATIONS].filter(({ name }) => TOGETHER.includes(name));
    const problems = problemsOfFile(fileWith(mutations));

    expect(new Set(mutations.map(({ name }) => name)).size).toBe(TOGETHER.length);
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(mutations.map(({ path }) => path)));
    const lines = problems.map(({ line }) => line ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});
