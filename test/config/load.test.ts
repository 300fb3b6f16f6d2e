import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadStackFile, stackNameOf } from "../../config/load";
import { ConfigError, type Problem } from "../../config/problems";

const PROD = resolve(__dirname, "../../Pulumi.prod.yaml");
const GOOD = readFileSync(PROD, "utf8");
const folder = mkdtempSync(join(tmpdir(), "stack-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Problems of the committed stack file after a change to its text. */
function problemsAfter(change: (text: string) => string): readonly Problem[] {
  const path = join(folder, "Pulumi.prod.yaml");
  const text = change(GOOD);
  if (text === GOOD) {
    throw new Error("the change changed nothing");
  }
  writeFileSync(path, text);
  return problemsOf(path);
}

function problemsOf(path: string): readonly Problem[] {
  try {
    loadStackFile(path);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

/** Line of the committed file, from 1, that holds a text. */
const lineOf = (part: string) => GOOD.split("\n").findIndex((line) => line.includes(part)) + 1;

describe("loadStackFile", () => {
  it("turns the committed file into a platform", () => {
    const platform = loadStackFile(PROD);
    expect(platform.stack).toBe("prod");
    expect(platform.aws).toEqual({
      account: "123456789012",
      region: "us-east-1",
      partition: "aws",
      dnsSuffix: "amazonaws.com",
    });
    expect(`${platform.network.cidr}`).toBe("10.42.0.0/16");
    expect(platform.nodePools["worker-kafka-v2"]?.nodes).toEqual({ desired: 5, max: 5, min: 5 });
  });

  it("freezes it to the bottom", () => {
    const platform = loadStackFile(PROD);
    expect(Object.isFrozen(platform.karpenter?.nodePools["default-nodepool"]?.limits)).toBe(true);
    expect(() => Object.assign(platform.network.zones, { 0: "x" })).toThrow(TypeError);
  });

  it("takes the stack's name from the file, or as it is told", () => {
    expect(stackNameOf("/a/Pulumi.sre-lab.yaml")).toBe("sre-lab");
    expect(loadStackFile(PROD, "other").stack).toBe("other");
    expect(() => stackNameOf("prod.yaml")).toThrow(ConfigError);
  });

  it("says which file is not there", () => {
    const [problem, ...others] = problemsOf(join(folder, "Pulumi.nowhere.yaml"));
    expect(problem).toMatchObject({
      path: "file",
      mend: "check the name of the stack; its file lies beside Pulumi.yaml",
    });
    expect(problem?.given).toMatch(/Pulumi\.nowhere\.yaml: ENOENT$/);
    expect(others).toEqual([]);
  });

  it("derives partition and zones from the region", () => {
    const problems = problemsAfter((text) => text.replaceAll("us-east-1", "us-gov-west-1"));
    expect(problems).toEqual([]);
    expect(loadStackFile(join(folder, "Pulumi.prod.yaml")).aws.partition).toBe("aws-us-gov");
  });
});

describe("mistakes in the text of a stack file", () => {
  it("are named with line, what was given, what is allowed, and the way out", () => {
    expect(problemsAfter((text) => text.replace("us-east-1a: 10.42.17.0/24", "us-east-1a: 10.43.17.0/24"))).toEqual([
      {
        path: "vantage:network.subnets.general.cidrs.us-east-1a",
        line: lineOf("10.42.17.0/24"),
        column: 30,
        given: "10.43.17.0/24",
        allowed: "a block inside the VPC's 10.42.0.0/16",
        mend: "choose a free block of the VPC, or widen vantage:network.cidr",
      },
    ]);
  });

  it("a misspelt key is placed at the key, the missing one at its parent", () => {
    const problems = problemsAfter((text) => text.replace("maxPods: 234", "maxPod: 234"));
    expect(problems).toMatchObject([
      {
        path: "vantage:nodePools.worker-general-v5.maxPods",
        line: lineOf("worker-general-v5:"),
        given: "nothing",
        allowed: "a whole number from 1 to 250",
        mend: "add the key maxPods",
      },
      {
        path: "vantage:nodePools.worker-general-v5.maxPod",
        line: lineOf("maxPods: 234"),
        given: "the unknown key maxPod",
        mend: "did you mean maxPods? otherwise remove it",
      },
    ]);
  });

  it.each([
    [
      "a version without quotes",
      ['version: "1.29"', "version: 1.29"],
      'put it in quotes, so that YAML keeps it as text: "1.29"',
    ],
    [
      "an account without quotes",
      ['account: "123456789012"', "account: 123456789012"],
      'put it in quotes, so that YAML keeps it as text: "123456789012"',
    ],
    ["a phase without quotes", ["phase: decommissioned", "phase: 25"], 'put it in quotes: "25"'],
    ["a number in quotes", ["maxPods: 234", 'maxPods: "234"'], "write 234 without quotes"],
    ["a truth in quotes", ["protectData: true", 'protectData: "true"'], "write true without quotes"],
    ["a misspelt choice", ["phase: decommissioned", "phase: decomissioned"], "did you mean decommissioned?"],
    [
      "host bits",
      ["cidr: 10.42.0.0/16", "cidr: 10.42.0.1/16"],
      '"10.42.0.1/16" has host bits set; the block is 10.42.0.0/16',
    ],
  ] as const)("%s says how to mend it", (_, [from, to], mend) => {
    expect(problemsAfter((text) => text.replace(from, to)).map((problem) => problem.mend)).toEqual([mend]);
  });

  it("sections that are unknown or missing are named", () => {
    expect(problemsAfter((text) => text.replace("vantage:kubelet:", "vantage:kublet:"))).toMatchObject([
      { path: "vantage:kubelet", mend: "add the key vantage:kubelet" },
      { path: "vantage:kublet", mend: "did you mean vantage:kubelet? otherwise remove it" },
    ]);
  });

  it("a section without its namespace, and a stray key beside config, are named", () => {
    const problems = problemsAfter((text) => `${text.replace("vantage:kubelet:", "kubelet:")}\nconfg: {}\n`);
    expect(problems.map(({ path, mend }) => [path, mend])).toEqual([
      ["vantage:kubelet", "add the key vantage:kubelet"],
      ["kubelet", "did you mean vantage:kubelet?"],
      ["confg", "did you mean config?"],
    ]);
  });

  it("keys of the AWS provider are refused, those of others left alone", () => {
    const problems = problemsAfter((text) => `${text}\n  aws:region: eu-west-1\n  datadog:site: eu\n`);
    expect(problems).toMatchObject([{ path: "aws:region", allowed: "keys of the namespace vantage" }]);
  });

  it("keys written twice are each named, beside what else is wrong", () => {
    const problems = problemsAfter((text) =>
      text
        .replace("    team: platform-infra", "    team: platform-infra\n    team: other-team")
        .replace("replicas: 2\n", "replicas: 20\n"),
    );
    expect(problems.map(({ path, given }) => [path, given])).toEqual([
      ["vantage:platform.team", `the key team again, after line ${lineOf("team: platform-infra")}`],
      ["vantage:karpenter.replicas", "20"],
    ]);
  });

  it("text that is no YAML is named by line, every mistake of it", () => {
    const problems = problemsAfter(() => 'config:\n  vantage:aws: {account: "1"\n  b: "x\n');
    expect(problems.map(({ path, line }) => [path, line])).toEqual([
      ["YAML", 3],
      ["YAML", 4],
    ]);
  });

  it.each(["", "- a\n", "config: 5\n"])("a file without a config block is refused: %j", (text) => {
    expect(problemsAfter(() => text)).toMatchObject([{ path: "config" }]);
  });

  it("a value under an unknown key is not shown", () => {
    const [problem] = problemsAfter((text) => text.replace("protectData: true", "password: hunter2"));
    expect(problem?.path).toBe("vantage:platform.password");
    expect(JSON.stringify(problem)).not.toContain("hunter2");
  });

  it("a name that is refused doesn't hide what stands under it", () => {
    const problems = problemsAfter((text) =>
      text.replace("kafka-connect:", "Kafka-Connect:").replace("prefixes: [events/, logs/]", "prefixes: 5"),
    );
    expect(problems.map(({ path }) => path)).toEqual([
      "vantage:storage.identities.Kafka-Connect",
      "vantage:storage.identities.Kafka-Connect.prefixes",
    ]);
  });
});
