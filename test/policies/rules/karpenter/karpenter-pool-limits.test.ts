import { karpenterPoolLimits } from "../../../../policies/rules/karpenter/karpenter-pool-limits";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { POOL, pool } from "./karpenter-objects";

const SET = "is not set; what the pool may have at most has to be";

describeRule(karpenterPoolLimits, {
  good: () => ({ objects: [pool({ limits: { cpu: 500, memory: "2000Gi" } })] }),
  holds: [
    [
      "a NodePool that may launch nothing",
      (things) => {
        objectNamed(things).spec.limits.cpu = 0;
      },
    ],
  ],
  breaks: [
    [
      "a NodePool whose memory has no end",
      (things) => delete objectNamed(things).spec.limits.memory,
      [`${POOL}: spec.limits.memory: ${SET}`],
    ],
    [
      "a NodePool without limits",
      (things) => delete objectNamed(things).spec.limits,
      [`${POOL}: spec.limits.cpu: ${SET}`, `${POOL}: spec.limits.memory: ${SET}`],
    ],
  ],
});
