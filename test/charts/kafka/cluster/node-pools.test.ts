import { kafkaNodePools, nodePoolResource } from "../../../../charts/kafka/cluster/node-pools";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";

function idsAndRoles(brokers: number, controllers: 3 | 5) {
  const platform = prodWith(({ kafka }) => Object.assign(kafka, { brokers, controllers }));
  return kafkaNodePools(platform).map(({ name, roles, firstId, nodes }) => [name, roles, firstId, nodes]);
}

describe("the pools of Kafka nodes", () => {
  it("have controllers on the ids 0 to 2, as document 002, section 10 reports", () => {
    expect(idsAndRoles(5, 3)).toEqual([
      ["kafka", ["controller", "broker"], 0, 3],
      ["broker", ["broker"], 3, 2],
    ]);
  });

  it.each([
    [3, 3, [["kafka", ["controller", "broker"], 0, 3]]],
    [
      6,
      3,
      [
        ["kafka", ["controller", "broker"], 0, 3],
        ["broker", ["broker"], 3, 3],
      ],
    ],
    [5, 5, [["kafka", ["controller", "broker"], 0, 5]]],
  ] as const)("of %d brokers and %d controllers", (brokers, controllers, expected) => {
    expect(idsAndRoles(brokers, controllers)).toEqual(expected);
  });

  it("are rendered with the documented volume; the ledger has the deployed one", () => {
    const platform = prodPlatform();
    const resources = kafkaNodePools(platform).map((pool) => nodePoolResource(platform, pool));
    const storage = { type: "persistent-claim", size: "2500Gi", class: "local-nvme", deleteClaim: false };
    const pool = (name: string, ids: string, spec: object) => ({
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaNodePool",
      metadata: {
        name,
        namespace: "kafka-prod",
        labels: { "strimzi.io/cluster": "kafka-prod" },
        annotations: { "strimzi.io/next-node-ids": ids },
      },
      spec: { ...spec, storage },
    });
    expect(resources).toEqual([
      pool("kafka", "[0-2]", { replicas: 3, roles: ["controller", "broker"] }),
      pool("broker", "[3-4]", { replicas: 2, roles: ["broker"] }),
    ]);
  });
});
