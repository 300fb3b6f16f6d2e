import { dataPools } from "../../../config/derived/data-pools";
import { prodPlatform, prodWith } from "../../infra/prod-platform";

describe("pools with data on their disks", () => {
  it("are the brokers' in prod", () => {
    expect(dataPools(prodPlatform())).toEqual(["worker-kafka-v2"]);
  });

  it("are those with local volumes, and those that no autoscaler touches", () => {
    const platform = prodWith(({ nodePools }) => {
      Object.assign(nodePools["worker-memory-v3"] ?? {}, { localVolumes: true });
      Object.assign(nodePools["worker-kafka-v2"] ?? {}, { localVolumes: false });
    });
    expect(dataPools(platform)).toEqual(["worker-kafka-v2", "worker-memory-v3"]);
  });
});
