import { z } from "zod";
import { helpFor, knownKeys, schemaAt } from "../../config/field-help";
import { stackSchema } from "../../config/stack-schema";

const help = (...path: (string | number)[]) => helpFor(schemaAt(stackSchema, path)).allowed;

describe("help for a field", () => {
  it.each([
    [["network", "cidr"], "an IPv4 block such as 10.42.0.0/16"],
    [["cluster", "logRetention"], "a whole number with its unit: s, m, h or d, such as 300s or 30d"],
    [["cluster", "publicAccessCidrs", 0], "an IPv4 block such as 10.42.0.0/16"],
    [
      ["aws", "region"],
      "one of us-east-1, us-east-2, us-west-2, eu-central-1, eu-west-1, us-gov-west-1, us-gov-east-1",
    ],
    [["karpenter", "phase"], "one of deployed, 25, 50, 75, full, decommissioned, removed"],
    [["karpenter", "replicas"], "a whole number from 2 to 5"],
    [["karpenter", "clusterAutoscaler", "scaleDownUtilizationThreshold"], "a number from 0 to 1"],
    [["platform", "protectData"], "true or false"],
    [["network", "zones"], "a list of at least 2 and at most 6"],
    [["network", "endpoints"], "a list"],
    [["labMonitoring", "objectives", "successPercent"], "a number from 95 to 99.999"],
    [["network", "flowLogs"], "a mapping of retention"],
    [["nodePools"], "a mapping"],
    [["nodePools", "any", "subnets"], "a text"],
    [["nodePools", "any", "nowhere"], "nothing"],
  ])("%j: %s", (path, allowed) => {
    expect(help(...path)).toBe(allowed);
  });

  it("carries the way out where the field has one", () => {
    expect(helpFor(schemaAt(stackSchema, ["aws", "account"])).mend).toBe(
      "write all twelve digits, in quotes, so that YAML keeps leading zeros",
    );
  });

  it("knows the keys of mappings, and of records with listed keys", () => {
    expect(knownKeys(schemaAt(stackSchema, ["nodePools", "any", "nodes"]))).toEqual(["min", "desired", "max"]);
    expect(knownKeys(schemaAt(stackSchema, ["kubelet", "evictionHard"]))).toEqual([
      "memory.available",
      "nodefs.available",
      "imagefs.available",
    ]);
    expect(knownKeys(schemaAt(stackSchema, ["nodePools"]))).toEqual([]);
    expect(knownKeys(z.string())).toEqual([]);
  });

  it("is there in words of its own for every text with a pattern: the pattern itself is no help", () => {
    const silent = leaves(stackSchema, []).filter(
      ([schema]) => patterned(schema) && helpFor(schema).allowed === "a text",
    );
    expect(silent.map(([, path]) => path)).toEqual([]);
  });
});

function leaves(schema: z.core.$ZodType, path: string[]): [z.core.$ZodType, string[]][] {
  const children = knownKeys(schema).map((key) => [schemaAt(schema, [key]), key] as const);
  const entries = [schemaAt(schema, [0]), schemaAt(schema, ["*"])].map((child) => [child, "*"] as const);
  return [...children, ...entries].flatMap(([child, key]): [z.core.$ZodType, string[]][] =>
    child === undefined ? [] : [[child, [...path, key]], ...leaves(child, [...path, key])],
  );
}

function patterned(schema: z.core.$ZodType): boolean {
  return z.toJSONSchema(schema, { io: "input" }).pattern !== undefined;
}
