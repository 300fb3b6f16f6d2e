import { s3ForceDestroy } from "../../../../policies/rules/storage/s3-force-destroy";
import { inputsIn, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { BUCKET, bucket } from "./bucket-fixture";

describeRule(s3ForceDestroy, {
  good: () => ({ resources: [bucket("orders", { forceDestroy: false })] as Things["resources"] }),
  holds: [["the default", (things) => delete inputsIn(things).forceDestroy]],
  breaks: [
    [
      "a bucket that is emptied",
      (things) => Object.assign(inputsIn(things), { forceDestroy: true }),
      [`${BUCKET} orders: forceDestroy: is true; it has to be false`],
    ],
    [
      "the same as text",
      (things) => Object.assign(inputsIn(things), { forceDestroy: "true" }),
      [`${BUCKET} orders: forceDestroy: is true; it has to be false`],
    ],
  ],
});
