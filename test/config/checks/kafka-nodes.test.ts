import { kafkaBandwidth, kafkaNodes, kafkaPool, kafkaRequests, kafkaVolume } from "../../../config/checks/kafka-nodes";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const pool = (change: object) => (input: ProdInput) => Object.assign(entry(input.nodePools, "worker-kafka-v2"), change);
const otherPool =
  (nodePool: string) =>
  ({ kafka }: ProdInput) =>
    Object.assign(kafka, { nodePool });

describe("the brokers' pool", () => {
  it("exists", () => {
    expect(findingsAfter(kafkaPool)).toEqual([]);
    expect(findingsAfter(kafkaPool, otherPool("worker-kafka-v9"))).toMatchObject([
      { path: ["kafka", "nodePool"], given: "worker-kafka-v9" },
    ]);
  });

  it("has a node for every broker at all times", () => {
    expect(findingsAfter(kafkaNodes)).toEqual([]);
    expect(pathsAfter(kafkaNodes, ({ kafka }) => Object.assign(kafka, { brokers: 6 }))).toEqual([
      "vantage:kafka.brokers",
    ]);
    expect(pathsAfter(kafkaNodes, pool({ nodes: { min: 4, desired: 5, max: 5 } }))).toEqual(["vantage:kafka.brokers"]);
  });

  it("has a known bandwidth", () => {
    expect(findingsAfter(kafkaBandwidth)).toEqual([]);
    expect(findingsAfter(kafkaBandwidth, otherPool("worker-general-v5"))).toMatchObject([
      { path: ["kafka", "nodePool"], given: "worker-general-v5 with m6i.4xlarge" },
    ]);
  });

  it.each([kafkaNodes, kafkaBandwidth, kafkaVolume, kafkaRequests])(
    "isn't judged where there is none (%#)",
    (check) => {
      expect(findingsAfter(check, otherPool("worker-kafka-v9"))).toEqual([]);
    },
  );
});

describe("a broker's volume", () => {
  const claim = (size: string) =>
    findingsAfter(kafkaVolume, ({ kafka }) => Object.assign(kafka.volume, { claim: size }));

  it.each(["2200Gi", "2305Gi", "1Ti"])("of %s fits a disk", (size) => {
    expect(claim(size)).toEqual([]);
  });

  it.each(["2306Gi", "2500Gi", "3Ti"])("of %s doesn't", (size) => {
    expect(claim(size)).toMatchObject([
      {
        path: ["kafka", "volume", "claim"],
        given: size,
        allowed: "at most 2305Gi, a disk of i3en.2xlarge without its file system's own data",
      },
    ]);
  });

  it("needs disks that become volumes", () => {
    expect(findingsAfter(kafkaVolume, pool({ localVolumes: false }))).toMatchObject([
      { path: ["kafka", "volume", "claim"], mend: "choose a pool with localVolumes: true" },
    ]);
  });
});

describe("a broker's requests", () => {
  const requests = (change: object) =>
    findingsAfter(kafkaRequests, ({ kafka }) => Object.assign(kafka.resources.requests, change));

  it("fit what the kubelet leaves of a node: 7.3 cores and 62 GiB", () => {
    expect(requests({ cpu: "7300m", memory: "62Gi" })).toEqual([]);
    expect(requests({ cpu: "7301m", memory: "63Gi" })).toMatchObject([
      { path: ["kafka", "resources", "requests", "cpu"], given: "7301m" },
      { path: ["kafka", "resources", "requests", "memory"], given: "63Gi" },
    ]);
  });
});
