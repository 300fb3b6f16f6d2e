import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { awsAccountOf } from "../../../sandbox/aws/aws-account";
import { AWS_TYPES, requireAwsType } from "../../../sandbox/aws/aws-types";
import type { AwsType, Subject } from "../../../sandbox/aws/resource-type";
import { ObjectSeed } from "../../../sandbox/store/object-seed";

const SDK = dirname(require.resolve("@pulumi/aws/package.json"));

/** The SDK's declaration of a type: which arguments it takes and which outputs it has. */
function declared(token: string): { readonly args: ReadonlySet<string>; readonly outputs: ReadonlySet<string> } {
  const [, module = "", kind = ""] = /^aws:([^:]+):(\w+)$/.exec(token) ?? [];
  const source = readFileSync(join(SDK, `${module}.js`), "utf8");
  expect(source).toContain(`__pulumiType = '${token}'`);
  const text = readFileSync(join(SDK, `${module}.d.ts`), "utf8");
  const [, body = "", args = ""] =
    new RegExp(
      `export declare class ${kind} extends[^{]*{([\\s\\S]*?)^}[\\s\\S]*^export interface ${kind}Args {([\\s\\S]*?)^}`,
      "m",
    ).exec(text) ?? [];
  const names = (block: string, form: RegExp) => new Set([...block.matchAll(form)].map(([, name = ""]) => name));
  return { args: names(args, /^ {4}(\w+)\??: /gm), outputs: names(body, /^ {4}readonly (\w+): /gm) };
}

/** An object of which nothing is given. */
const SUBJECT: Subject = {
  account: awsAccountOf({ region: "eu-central-1", allowedAccountIds: ["111122223333"] }),
  seed: new ObjectSeed("urn", 0),
  id: "",
  inputs: {},
  previous: undefined,
  text: () => "",
  stateOf: () => ({}),
};

/** First steps of the paths that a table names as inputs. */
function namedInputs(type: AwsType): readonly string[] {
  const unique = (type.unique ?? []).flatMap(({ paths }) => paths);
  const name =
    type.name === undefined
      ? []
      : [type.name.input, type.name.prefixInput ?? type.name.input, ...(type.name.under ?? [])];
  const references = (type.references ?? []).map(({ path }) => path);
  const rules = Object.keys(type.rules ?? {});
  const paths = [
    ...type.replacedBy,
    ...(type.required ?? []),
    ...(type.json ?? []),
    ...unique,
    ...name,
    ...references,
    ...rules,
  ];
  return [...new Set(paths.map((path) => path.split(".")[0] ?? ""))];
}

test("every token is described once", () => {
  const tokens = AWS_TYPES.map(({ token }) => token);
  expect(tokens.length).toBe(new Set(tokens).size);
  expect(tokens.length).toBeGreaterThanOrEqual(45);
});

test.each(AWS_TYPES.map((type) => [type.token, type] as const))(
  "%s names inputs and outputs that the SDK has",
  (token, type) => {
    const { args, outputs } = declared(token);
    expect(namedInputs(type).filter((input) => !args.has(input))).toEqual([]);
    expect(args.has("tags") && token !== "aws:autoscaling/group:Group").toBe(type.taggable === true);
    const named = [
      ...Object.keys(type.defaults ?? {}),
      ...Object.keys(type.outputs?.(SUBJECT) ?? {}),
      ...(type.unstable ?? []),
    ];
    expect(named.filter((output) => !outputs.has(output))).toEqual([]);
  },
);

test("an unknown type is refused with the place to add it", () => {
  expect(() => requireAwsType("aws:rds/instance:Instance")).toThrow(
    "the sandbox doesn't simulate aws:rds/instance:Instance; describe it in the table of rds under sandbox/aws/types/ and list that in sandbox/aws/aws-types.ts",
  );
});
