import { explicitProvider } from "../../../../policies/rules/platform/explicit-provider";
import type { Things } from "../../estate-fixture";
import { resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const BUCKET = "aws:s3/bucket:Bucket";
const JOB = "kubernetes:batch/v1:Job";
const OWN = "urn:pulumi:test::vantage::pulumi:providers:aws::aws";
const made = (name: string) => (things: Things) => {
  Object.assign(things.resources[0] ?? {}, { provider: `urn:pulumi:test::vantage::pulumi:providers:aws::${name}` });
};

describeRule(explicitProvider, {
  good: () => ({
    resources: [resource(BUCKET, "lake", {}, { provider: OWN }), resource(JOB, "a", {}, { provider: OWN })],
  }),
  holds: [
    [
      "the default provider of a package that puts nothing anywhere",
      (things) => things.resources.push(resource("command:local:Command", "a", {}) as never),
    ],
    ["a component", (things) => things.resources.push({ ...resource(BUCKET, "b", {}), custom: false } as never)],
    ["a provider with default in its name", made("default-region")],
  ],
  breaks: [
    [
      "the default provider",
      made("default"),
      [`${BUCKET} lake: provider: is default; it has to be a provider of the stack`],
    ],
    [
      "the default provider of a version",
      made("default_7_48_0"),
      [`${BUCKET} lake: provider: is default_7_48_0; it has to be a provider of the stack`],
    ],
    [
      "no provider",
      (things) => Object.assign(things.resources[1] ?? {}, { provider: null }),
      [`${JOB} a: provider: is missing; it has to be a provider of the stack`],
    ],
  ],
});
