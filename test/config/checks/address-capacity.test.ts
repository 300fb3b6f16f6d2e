import { nodeAddresses, podAddresses } from "../../../config/checks/address-capacity";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

describe("addresses", () => {
  it("of prod are enough for every pool's maximum", () => {
    expect([...findingsAfter(podAddresses), ...findingsAfter(nodeAddresses)]).toEqual([]);
  });

  it("for pods are short in a zone with a small block", () => {
    const paths = pathsAfter(podAddresses, ({ network }) => {
      entry(network.subnets, "pods").cidrs["us-east-1b"] = "10.42.128.0/20";
    });
    expect(paths).toEqual(["vantage:network.subnets.pods.cidrs.us-east-1b"]);
  });

  it("for pods are short in every zone when a pool may grow too far", () => {
    const findings = findingsAfter(podAddresses, ({ nodePools }) => {
      entry(nodePools, "worker-spot-v2").nodes.max = 450;
    });
    expect(findings).toMatchObject([
      { path: ["network", "subnets", "pods", "cidrs", "us-east-1a"], given: "16379 addresses for pods in us-east-1a" },
      { path: ["network", "subnets", "pods", "cidrs", "us-east-1b"] },
      { path: ["network", "subnets", "pods", "cidrs", "us-east-1c"] },
    ]);
  });

  it("for nodes are short where the block is", () => {
    const paths = pathsAfter(nodeAddresses, ({ network }) => {
      entry(network.subnets, "spot").cidrs["us-east-1c"] = "10.42.8.0/28";
    });
    expect(paths).toEqual(["vantage:network.subnets.spot.cidrs.us-east-1c"]);
  });
});
