import { resolve } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { decodeConfigValue, platformFromPulumi } from "../../config/from-pulumi";
import { loadStackFile } from "../../config/load";
import { SYSTEMS } from "../../config/parts";
import { ConfigError } from "../../config/problems";
import { SECTION_NAMES } from "../../config/stack-schema";
import { prodInput } from "../infra/prod-platform";

const STACK_FILE = resolve(__dirname, "../../Pulumi.prod.yaml");

/** Configuration as the engine hands it over: mappings as JSON with sorted keys. */
function engineConfig(input: object): Record<string, string> {
  const sorted = (_: string, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return Object.fromEntries(
    Object.entries(input).map(([section, value]) => [`vantage:${section}`, JSON.stringify(value, sorted)]),
  );
}

describe("platformFromPulumi", () => {
  afterEach(() => runtime.setAllConfig({}));

  function configure(config: Record<string, string>, stack = "prod"): void {
    runtime.setMocks({ newResource: ({ name }) => ({ id: name, state: {} }), call: () => ({}) }, "vantage", stack);
    runtime.setAllConfig(config);
  }

  it("is the platform of the file, in the same order", () => {
    configure(engineConfig(prodInput()));
    expect(JSON.stringify(platformFromPulumi())).toBe(JSON.stringify(loadStackFile(STACK_FILE)));
  });

  it("names lines of the stack's file where it lies in the project's root", () => {
    configure(engineConfig({ ...prodInput(), platform: { ...prodInput().platform, team: "X" } }));
    expect(platformFromPulumi).toThrow(
      /^Pulumi\.prod\.yaml: 1 problem, nothing was run\n\n {2}vantage:platform\.team {3}line 5\n/,
    );
  });

  it("does without lines where there is no file", () => {
    configure(engineConfig({ ...prodInput(), platform: { ...prodInput().platform, team: "X" } }), "elsewhere");
    expect(platformFromPulumi).toThrow(/^stack elsewhere: 1 problem, nothing was run\n\n {2}vantage:platform\.team\n/);
  });

  it("refuses what the file's reader refuses, all at once", () => {
    configure({ ...engineConfig(prodInput()), "vantage:netwrk": "{}", "aws:region": "eu-west-1", "other:x": "y" });
    expect(problemsOf(platformFromPulumi)).toEqual(["aws:region", "vantage:netwrk"]);
  });

  it("without any configuration misses every section that is no system", () => {
    configure({});
    const needed = SECTION_NAMES.filter((name) => !(SYSTEMS as readonly string[]).includes(name));
    expect(problemsOf(platformFromPulumi)).toEqual([...needed].sort().map((name) => `vantage:${name}`));
  });
});

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems.map(({ path }) => path).sort();
    }
    throw error;
  }
  return [];
}

describe("decodeConfigValue", () => {
  it.each([
    ['{"version":"1.29","nodes":3,"on":true}', { version: "1.29", nodes: 3, on: true }],
    ['["a"]', ["a"]],
    ["plain", "plain"],
    ["1.29", "1.29"],
    ["{not json", "{not json"],
  ])("%s", (text, value) => {
    expect(decodeConfigValue(text)).toEqual(value);
  });
});
