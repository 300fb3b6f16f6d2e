import { karpenterInterruptionQueue } from "../../../../policies/rules/karpenter/karpenter-interruption-queue";
import { inputsIn } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { controller, queue } from "./karpenter-objects";

const AT = "kubernetes:helm.sh/v3:Release karpenter: values.settings.interruptionQueue";

describeRule(karpenterInterruptionQueue, {
  good: () => ({ resources: [controller(), queue()] }),
  breaks: [
    [
      "a Karpenter without a queue",
      (things) => delete inputsIn(things).values.settings,
      [`${AT}: is not set; the name of a queue has to be`],
    ],
    [
      "a queue of another name",
      (things) => {
        inputsIn(things).values.settings.interruptionQueue = "interruption";
      },
      [`${AT}: is interruption; the stack makes interruptions`],
    ],
    ["a queue that is gone", (things) => things.resources.pop(), [`${AT}: is interruptions; the stack makes no queue`]],
  ],
  unreadable: [
    [
      "values that are secret",
      (things) => {
        inputsIn(things).values = "[secret]";
      },
      ["kubernetes:helm.sh/v3:Release karpenter: values is secret"],
    ],
  ],
  ignores: [
    [
      "the release of Karpenter's definitions",
      (things) => Object.assign(inputsIn(things), { chart: "oci://public.ecr.aws/karpenter/karpenter-crd" }),
    ],
  ],
});
