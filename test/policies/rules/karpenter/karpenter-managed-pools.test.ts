import { karpenterManagedPools } from "../../../../policies/rules/karpenter/karpenter-managed-pools";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { pool } from "./karpenter-objects";

describeRule(karpenterManagedPools, {
  settings: { managedNodePools: ["general", "memory"] },
  good: () => ({ objects: [pool({})] }),
  breaks: [
    [
      "a NodePool that nobody handed over",
      (things) => {
        objectNamed(things).metadata.name = "kafka";
      },
      ["karpenter.sh/NodePool kafka: metadata.name: is kafka; general, memory may exist"],
    ],
  ],
});
