import { autoScalingTags } from "../../../sandbox/eks/auto-scaling-tags";

test("tags of the group: the given ones, then ownership and name", () => {
  expect(autoScalingTags("shop", { a: "b" })).toEqual([
    { key: "a", value: "b", propagateAtLaunch: true },
    { key: "kubernetes.io/cluster/shop", value: "owned", propagateAtLaunch: true },
    { key: "Name", value: "shop-worker", propagateAtLaunch: true },
  ]);
});
