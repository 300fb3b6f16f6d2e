import { karpenterVolume, rootVolumes } from "../../../config/checks/volume-sizes";
import { entry, findingsAfter } from "./prod-findings";

const general = (rootVolume: string) =>
  findingsAfter(rootVolumes, ({ nodePools }) => Object.assign(entry(nodePools, "worker-general-v5"), { rootVolume }));
const karpenter = (change: object) =>
  findingsAfter(karpenterVolume, ({ karpenter: { nodeClass } }) => Object.assign(nodeClass, change));

describe("root volumes", () => {
  it.each(["20Gi", "200Gi", "16384Gi", "1Ti"])("of %s are fine", (size) => {
    expect([...general(size), ...karpenter({ rootVolume: size })]).toEqual([]);
  });

  it.each(["19Gi", "16385Gi", "200G", "20500Mi"])("of %s are not", (size) => {
    expect(general(size)).toMatchObject([{ path: ["nodePools", "worker-general-v5", "rootVolume"], given: size }]);
    expect(karpenter({ rootVolume: size })).toMatchObject([
      { path: ["karpenter", "nodeClass", "rootVolume"], given: size },
    ]);
  });

  it("have a quarter of their operations as throughput, no more", () => {
    expect(karpenter({ iops: 3000, throughput: 750 })).toEqual([]);
    expect(karpenter({ iops: 3000, throughput: 751 })).toMatchObject([
      { path: ["karpenter", "nodeClass", "throughput"], given: "751" },
    ]);
  });
});
