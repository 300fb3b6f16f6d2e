import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Assessment, isShown } from "../../compliance/assess";
import { committedControls } from "../../compliance/committed-controls";
import { componentDefinition, definitionText, OSCAL_VERSION } from "../../compliance/oscal/component-definition";
import type { ComponentDefinition } from "../../compliance/oscal/document";
import { oscalSchema } from "../../compliance/oscal/schema-package";
import { validate } from "../../compliance/oscal/validate";
import { stackAssessments } from "../../compliance/stack-assessments";
import { loadStackFile } from "../../config/load";
import { RULES } from "../../policies/index";
import type { PlannedResource } from "../../policies/resource";
import { DAY_VARIABLE } from "../../policies/today";
import { plan, planPath } from "../../sandbox/commands/plan";
import { REPOSITORY } from "../../sandbox/vantage-project";
import { recordingTerminal } from "../sandbox/engine/recording-terminal";
import { PROD, type ProdCopy, prodCopy } from "../sandbox/prod/prod-copy";
import { describeSchema } from "./describe-schema";

const CONTROLS = committedControls().filter(({ evidence }) => evidence.some(({ stack }) => stack === PROD));
const PLATFORM = loadStackFile(join(REPOSITORY, `Pulumi.${PROD}.yaml`));
const PROVENANCE = { modified: "2026-11-21T20:25:08Z", version: "a commit" };

let prod: ProdCopy;
let resources: readonly PlannedResource[];
let assessments: readonly Assessment[];
const day = process.env[DAY_VARIABLE];
beforeAll(async () => {
  // A day on which every committed exemption counts.
  process.env[DAY_VARIABLE] = "2026-11-21";
  prod = prodCopy();
  const { policyPack: _, ...project } = prod;
  expect(await plan(project, PROD, recordingTerminal())).toBe(0);
  resources = JSON.parse(readFileSync(planPath(project, PROD), "utf8")).resources;
  assessments = stackAssessments(CONTROLS, PLATFORM, resources);
});
afterAll(() => {
  if (day === undefined) delete process.env[DAY_VARIABLE];
  else process.env[DAY_VARIABLE] = day;
  prod.remove();
});

const definition = () => componentDefinition({ stack: PROD, assessments, rules: RULES, provenance: PROVENANCE });

describe("every control that prod claims is shown by its plan, its manifests and the rules", () => {
  test.each(CONTROLS.map(({ id }, index) => [id, index] as const))("%s", (id, index) => {
    const pieces = assessments[index]?.pieces ?? [];
    expect(assessments[index]?.control.id).toBe(id);
    expect(pieces.filter(({ outcome }) => outcome === "missing")).toEqual([]);
    expect(pieces.filter(({ kind }) => kind === "resource").length).toBeGreaterThan(0);
    expect(pieces.filter(({ kind }) => kind === "rule").length).toBeGreaterThan(0);
  });
});

test("a key that isn't rotated takes away what it showed, and nothing else", () => {
  const failed = stackAssessments(CONTROLS, PLATFORM, unrotated()).filter((assessment) => !isShown(assessment));
  expect(failed.map(({ control }) => control.id)).toEqual(["au-9", "sc-12"]);
});

test("manifests that aren't the plan's show nothing", () => {
  const changed = resources.filter(({ name }) => name !== "maintenance-schedule-velero-daily");
  expect(() => stackAssessments(CONTROLS, PLATFORM, changed)).toThrow(
    `manifests/${PROD} is not what the plan deploys: run npm run synth.\n  velero.io/Schedule velero/daily`,
  );
});

test("the definition of prod is the same bytes twice", () => {
  const again = stackAssessments(CONTROLS, PLATFORM, resources);
  const second = componentDefinition({ stack: PROD, assessments: again, rules: RULES, provenance: PROVENANCE });
  expect(definitionText(second)).toBe(definitionText(definition()));
});

describeSchema("OSCAL's published schema", () => {
  let schema: { readonly $id: string };
  beforeAll(async () => {
    schema = JSON.parse(readFileSync(await oscalSchema(recordingTerminal()), "utf8"));
  });

  test("is of the release that documents name", () => {
    expect(schema.$id).toBe(`http://csrc.nist.gov/ns/oscal/${OSCAL_VERSION}/oscal-component-definition-schema.json`);
  });

  test("takes the definition of prod", () => {
    expect(() => validate(definition(), schema)).not.toThrow();
  });

  // biome-ignore lint/suspicious/noExplicitAny: a case may put anything anywhere
  test.each<[string, (body: any) => void, string]>([
    ["an id that is none", (body) => (body.uuid = "1"), "/component-definition/uuid must match pattern"],
    ["no time", (body) => delete body.metadata["last-modified"], "must have required property 'last-modified'"],
    [
      "a time without its zone",
      (body) => (body.metadata["last-modified"] = "2026-11-21T20:25:08"),
      "last-modified must",
    ],
    ["a component without a type", (body) => delete body.components[0].type, "must have required property 'type'"],
    ["an empty list", (body) => (body.components = []), "must NOT have fewer than 1 items"],
    ["a field of ours", (body) => (body.components[0].owner = "us"), "must NOT have additional properties: owner"],
    [
      "a control id in brackets",
      (body) =>
        (body.components[0]["control-implementations"][0]["implemented-requirements"][0]["control-id"] = "sc-28(1)"),
      "/control-id must match pattern",
    ],
  ])("refuses %s", (_what, change, message) => {
    const document = JSON.parse(definitionText(definition())) as ComponentDefinition;
    change(document["component-definition"]);
    expect(() => validate(document, schema)).toThrow(message);
  });

  test("holds what the command writes, the same bytes twice", () => {
    const [first, second] = [run(resources, "first.json"), run(resources, "second.json")];
    expect([first.status, second.status]).toEqual([0, 0]);
    expect(first.stdout).toContain(
      `${CONTROLS.length} controls claimed for ${PROD}: ${CONTROLS.length} shown, 0 without`,
    );
    expect(second.written).toBe(first.written);
    expect(() => validate(JSON.parse(first.written ?? ""), schema)).not.toThrow();
  });
});

test("the command fails and writes nothing where evidence is missing", () => {
  const { status, stdout, written } = run(unrotated(), "missing.json");
  expect(status).toBe(1);
  expect(stdout).toMatch(/^missing sc-12 /m);
  expect(stdout).toContain(
    "resource aws:kms/key:Key keys-logs > enableKeyRotation: enableKeyRotation is false, not true: aws:kms/key:Key keys-logs",
  );
  expect(written).toBeUndefined();
});

/** prod's resources with the key of the logs not rotated. */
function unrotated(): readonly PlannedResource[] {
  return resources.map((resource) =>
    resource.name === "keys-logs" && resource.type === "aws:kms/key:Key"
      ? { ...resource, inputs: { ...resource.inputs, enableKeyRotation: false } }
      : resource,
  );
}

/** Runs the command over a plan. */
function run(planned: readonly PlannedResource[], name: string) {
  const folder = join(prod.root, "compliance");
  mkdirSync(folder, { recursive: true });
  const [file, out] = [join(folder, `plan-${name}`), join(folder, name)];
  writeFileSync(file, JSON.stringify({ version: 1, stack: PROD, resources: planned }));
  const command = ["--require", "./start/register.cjs", "compliance/cli.ts"];
  const options = ["--stack", PROD, "--plan", file, "--out", out, "--date", "2026-11-21"];
  const env = { ...process.env, NO_COLOR: "1" };
  const { status, stdout } = spawnSync(process.execPath, [...command, ...options], {
    cwd: REPOSITORY,
    env,
    encoding: "utf8",
  });
  return { status, stdout, written: existsSync(out) ? readFileSync(out, "utf8") : undefined };
}
