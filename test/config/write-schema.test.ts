import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { STACK_FILE_KEYS } from "../../config/stack-document";
import { stackFileSchema } from "../../config/stack-file-schema";
import { SCHEMA_PATH, schemaText } from "../../config/write-schema";

type StackFile = { config: Record<string, Record<string, unknown>> } & Record<string, unknown>;

const STACK_FILE = resolve(__dirname, "../../Pulumi.prod.yaml");
const text = readFileSync(STACK_FILE, "utf8");
const validate = new Ajv({ strict: false, allErrors: true }).compile(stackFileSchema());

/** Places and messages of what the schema has against the committed file after a change. */
function errorsAfter(change: (file: StackFile) => void = () => {}): [string, string | undefined][] {
  const file = parse(text) as StackFile;
  change(file);
  validate(file);
  return (validate.errors ?? []).map(({ instancePath, message }) => [instancePath, message]);
}

describe("the schema of a stack file", () => {
  it("is committed as the sections have it: run `npm run schema`", () => {
    expect(readFileSync(SCHEMA_PATH, "utf8")).toBe(schemaText());
  });

  it("is what the stack file points an editor at", () => {
    const [, target] = /^# yaml-language-server: \$schema=(.+)\n/.exec(text) ?? [];
    expect(resolve(STACK_FILE, "..", target ?? "")).toBe(SCHEMA_PATH);
  });

  it("takes the committed file, and what Pulumi adds to one", () => {
    expect(errorsAfter()).toEqual([]);
    const added = { secretsprovider: "passphrase", encryptedkey: "a", encryptionsalt: "v1:a", environment: ["base"] };
    expect(errorsAfter((file) => Object.assign(file, added))).toEqual([]);
    expect(Object.keys(added).sort()).toEqual(STACK_FILE_KEYS.filter((key) => key !== "config").sort());
    expect(errorsAfter(({ config }) => Object.assign(config, { "datadog:site": "eu" }))).toEqual([]);
  });

  it.each<[string, (file: StackFile) => unknown, string]>([
    [
      "a wrong type",
      ({ config }) => Object.assign(config["vantage:network"] ?? {}, { cidr: 5 }),
      "/config/vantage:network/cidr",
    ],
    [
      "a bad form",
      ({ config }) => Object.assign(config["vantage:aws"] ?? {}, { account: "1" }),
      "/config/vantage:aws/account",
    ],
    [
      "a value out of range",
      ({ config }) => Object.assign(config["vantage:karpenter"] ?? {}, { replicas: 1 }),
      "/config/vantage:karpenter/replicas",
    ],
    [
      "an unknown key",
      ({ config }) => Object.assign(config["vantage:aws"] ?? {}, { regin: "x" }),
      "/config/vantage:aws",
    ],
    ["a missing key", ({ config }) => delete config["vantage:aws"]?.region, "/config/vantage:aws"],
    ["a missing section", ({ config }) => delete config["vantage:aws"], "/config"],
    ["an unknown section", ({ config }) => Object.assign(config, { "vantage:netwrk": {} }), "/config"],
    ["a key of the AWS provider", ({ config }) => Object.assign(config, { "aws:region": "x" }), "/config/aws:region"],
    ["a stray key beside config", (file) => Object.assign(file, { confg: {} }), ""],
  ])("refuses %s", (_, change, place) => {
    expect(errorsAfter(change).map(([path]) => path)).toEqual([place]);
  });

  it("keeps descriptions, and tells an editor what a pattern means", () => {
    expect(stackFileSchema()).toMatchObject({
      properties: {
        config: {
          properties: {
            "vantage:aws": {
              properties: {
                account: {
                  description: expect.stringContaining("the provider refuses every other one"),
                  patternErrorMessage: expect.stringContaining("the twelve digits of an AWS account"),
                },
              },
            },
          },
        },
      },
    });
    expect(schemaText()).not.toMatch(/"(allowed|mend)":/);
  });
});
