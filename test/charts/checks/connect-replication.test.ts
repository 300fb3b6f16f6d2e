import { connectReplication } from "../../../charts/checks/connect-replication";
import { foundAmongWorkers, workersWithout } from "./connect-fixture";
import { found } from "./kafka-fixture";

const factor = (kind: string) => ["spec", "config", `${kind}.storage.replication.factor`];

describe("connect-replication", () => {
  it("finds more copies than brokers, also of the default", () => {
    expect(foundAmongWorkers(connectReplication, ["movers", factor("offset"), 5])).toEqual([
      'KafkaConnect movers at spec.config["offset.storage.replication.factor"]: 5 copies on 3 brokers',
    ]);
    expect(
      foundAmongWorkers(connectReplication, ["nodes", ["spec", "replicas"], 2], ["movers", factor("status")]),
    ).toEqual(
      ["config", "offset", "status"].map(
        (kind) => `KafkaConnect movers at spec.config["${kind}.storage.replication.factor"]: 3 copies on 2 brokers`,
      ),
    );
  });

  it("finds a single copy, unless there is a single broker", () => {
    expect(foundAmongWorkers(connectReplication, ["movers", factor("config"), 1])).toEqual([
      'KafkaConnect movers at spec.config["config.storage.replication.factor"]: a single copy: with its broker the connectors\' state is lost',
    ]);
    const single = ["config", "offset", "status"].map((kind) => ["movers", factor(kind), 1] as const);
    expect(foundAmongWorkers(connectReplication, ["nodes", ["spec", "replicas"], 1], ...single)).toEqual([]);
  });

  it("leaves alone what it can't count: brokers of another namespace, and a cluster without pools", () => {
    const wrong = ["movers", factor("config"), 9] as const;
    expect(
      foundAmongWorkers(connectReplication, wrong, ["movers", ["spec", "bootstrapServers"], "else.where:9093"]),
    ).toEqual([]);
    expect(found(connectReplication, workersWithout("nodes"))).toEqual([]);
  });
});
