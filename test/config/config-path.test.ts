import { showPath } from "../../config/config-path";

describe("showPath", () => {
  it.each([
    [["network"], "vantage:network"],
    [["network", "subnets", "general", "cidrs", "us-east-1a"], "vantage:network.subnets.general.cidrs.us-east-1a"],
    [["nodePools", "worker-memory-v3", "taints", 0, "key"], "vantage:nodePools.worker-memory-v3.taints[0].key"],
    [["kubelet", "evictionHard", "memory.available"], 'vantage:kubelet.evictionHard["memory.available"]'],
    [["nodePools", "a", "labels", "example.com/tier"], 'vantage:nodePools.a.labels["example.com/tier"]'],
    [["storage", "buckets", 'a"b'], 'vantage:storage.buckets["a\\"b"]'],
  ])("%j", (path, shown) => {
    expect(showPath(path)).toBe(shown);
  });
});
