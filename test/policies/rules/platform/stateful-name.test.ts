import { statefulName } from "../../../../policies/rules/platform/stateful-name";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const BUCKET = "aws:s3/bucket:Bucket";
const QUEUE = "aws:sqs/queue:Queue";

describeRule(statefulName, {
  good: () => ({
    resources: [resource(BUCKET, "lake", { bucket: "acme-lake" }), resource(QUEUE, "events", { name: "acme-events" })],
  }),
  holds: [
    [
      "a role without a name of its own, which holds nothing",
      (things) => things.resources.push(resource("aws:iam/role:Role", "node", { name: "node-0123abc" }) as never),
    ],
    [
      "a name that only looks like it",
      (things) => Object.assign(inputsIn(things, "lake"), { bucket: "lake-0123abcd" }),
    ],
  ],
  breaks: [
    [
      "a name that Pulumi made up",
      (things) => Object.assign(inputsIn(things, "lake"), { bucket: "lake-0123abc" }),
      [`${BUCKET} lake: bucket: is lake-0123abc, which Pulumi made up; a name has to be chosen`],
    ],
    [
      "a prefix, which the service completes",
      (things) => {
        delete inputsIn(things, "events").name;
        inputsIn(things, "events").namePrefix = "acme-";
      },
      [`${QUEUE} events: name: is not set; a name has to be chosen`],
    ],
  ],
  unreadable: [
    [
      "a name that is known later",
      (things) => Object.assign(inputsIn(things), { bucket: "[unknown]" }),
      [`${BUCKET} lake: bucket is unknown before it is created`],
    ],
  ],
});
