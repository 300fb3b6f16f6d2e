import { Estate } from "../../../../policies/estate";
import { dataProtected } from "../../../../policies/rules/platform/data-protected";
import { prodWith } from "../../../infra/prod-platform";
import { inputsIn, resource, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const BUCKET = "aws:s3/bucket:Bucket";
const GROUP = "aws:autoscaling/group:Group";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
const SAYS = "protect: is off; what holds data has to be protected";

const unprotected = (name: string) => (things: { resources: { name: string; protect: boolean }[] }) => {
  const found = things.resources.find((one) => one.name === name);
  if (found !== undefined) Object.assign(found, { protect: false });
};

describeRule(dataProtected, {
  good: () => ({
    resources: [
      resource(BUCKET, "lake", {}, { protect: true }),
      resource(GROUP, "disks", {}, { protect: true, dependencies: [urnOf(TEMPLATE, "disks")] }),
      resource(TEMPLATE, "disks", { instanceType: "i3en.2xlarge" }),
      resource(STATEFUL_SET, "redis", { kind: "StatefulSet", spec: { volumeClaimTemplates: [{}] } }, { protect: true }),
      resource("aws:sqs/queue:Queue", "events", {}),
    ],
  }),
  holds: [
    [
      "a group whose instances have no disks of their own",
      (things) => {
        inputsIn(things, "disks").instanceType = "m6i.xlarge";
        const template = things.resources.find(({ type }) => type === TEMPLATE);
        if (template !== undefined) template.inputs.instanceType = "m6i.xlarge";
        unprotected("disks")(things);
      },
    ],
    [
      "a StatefulSet without claims",
      (things) => {
        delete inputsIn(things, "redis").spec.volumeClaimTemplates;
        unprotected("redis")(things);
      },
    ],
  ],
  breaks: [
    ["a bucket without protection", unprotected("lake"), [`${BUCKET} lake: ${SAYS}`]],
    ["instances whose disks hold data", unprotected("disks"), [`${GROUP} disks: ${SAYS}`]],
    ["a StatefulSet with claims", unprotected("redis"), [`${STATEFUL_SET} redis: ${SAYS}`]],
    [
      "a namespace",
      (things) => things.resources.push(resource("kubernetes:core/v1:Namespace", "a", { kind: "Namespace" }) as never),
      [`kubernetes:core/v1:Namespace a: ${SAYS}`],
    ],
  ],
  unreadable: [
    [
      "instances of a type that is known later",
      (things) => {
        const template = things.resources.find(({ type }) => type === TEMPLATE);
        if (template !== undefined) template.inputs.instanceType = "[unknown]";
      },
      [`${GROUP} disks: instanceType is unknown before it is created`],
    ],
    [
      "a StatefulSet of which nothing is shown",
      (things) => Object.assign(things.resources[3] ?? {}, { inputs: {} }),
      [`${STATEFUL_SET} redis: every input is unknown before it is created`],
    ],
  ],
});

test("judges nothing in a stack that is to be thrown away", () => {
  const platform = prodWith((input) => {
    input.platform.protectData = false;
  });
  expect(dataProtected.judge(new Estate({ resources: [resource(BUCKET, "lake", {})], platform }))).toEqual([]);
});
