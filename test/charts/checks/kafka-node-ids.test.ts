import { kafkaNodeIds } from "../../../charts/checks/kafka-node-ids";
import type { Change } from "./changed-objects";
import { changedCluster, found, foundAfter } from "./kafka-fixture";

const AT = 'metadata.annotations["strimzi.io/next-node-ids"]';
const ids = (pool: string, text?: string): Change => [
  pool,
  ["metadata", "annotations", "strimzi.io/next-node-ids"],
  text,
];

describe("kafka-node-ids", () => {
  it.each([
    ["none", undefined, "the ids of the nodes are not given; a list such as [0-2] or [3,5-6] is"],
    ["no list", "3-4", "the ids of the nodes are not given; a list such as [0-2] or [3,5-6] is"],
    ["too few", "[3]", "1 ids for 2 nodes"],
    ["too many", "[3-5]", "3 ids for 2 nodes"],
    ["another pool's", "[2,3]", "ids 2 are another pool's"],
  ])("finds %s", (_, text, message) => {
    expect(foundAfter(kafkaNodeIds, ids("more", text))).toEqual([`KafkaNodePool more at ${AT}: ${message}`]);
  });

  it.each(["[3-4]", "[3, 9]"])("reads %s", (text) => {
    expect(foundAfter(kafkaNodeIds, ids("more", text))).toEqual([]);
  });

  it("lets a single pool have the ids that come", () => {
    const objects = changedCluster(ids("both")).filter(({ metadata }) => metadata.name !== "more");
    expect(found(kafkaNodeIds, objects)).toEqual([]);
  });
});
