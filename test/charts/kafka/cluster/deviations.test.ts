import { CHECKS } from "../../../../charts/checks/all";
import type { ManifestCheck } from "../../../../charts/checks/check";
import { KAFKA_CLIENTS } from "../../../../charts/kafka/clients/kafka-clients";
import { kafkaDeviations } from "../../../../charts/kafka/cluster/deviations";
import { KAFKA } from "../../../../charts/kafka/cluster/kafka";
import { applyLedger } from "../../../../charts/ledger";
import { documentedRendering } from "../../../../charts/synthesize";
import { prodPlatform } from "../../../infra/prod-platform";

const PLATFORM = prodPlatform();
const LEDGER = kafkaDeviations(PLATFORM);
const DOCUMENTED = documentedRendering(PLATFORM, [KAFKA, KAFKA_CLIENTS]).flatMap(({ objects }) => objects);
/** The checks that know Strimzi's resources, and pods of theirs; the others look at objects of other charts. */
const STRIMZI_CHECKS: readonly (readonly [string, ManifestCheck])[] = Object.entries(CHECKS).filter(([name]) =>
  /^(kafka-|cruise-control-|strimzi-|unranked-pods$)/.test(name),
);

describe("the ledger of Kafka", () => {
  it("is what the compatibility page lists for the cluster", () => {
    expect(LEDGER.map(({ id }) => id)).toEqual([
      "S1",
      "S2 strimzi.io/kraft",
      "S2 strimzi.io/node-pools",
      "S4 replicas",
      "S4 storage",
      "S6",
      "S14 system property",
      "S14 jmxOptions",
      "S7 authorization",
      "S7 anonymous",
      "S7 peers",
      "S9",
      "S11 inbound",
      "S11 outbound",
      "cruise-control-windows",
      "P1 kafka",
      "P1 entityOperator",
      "P1 cruiseControl",
      "S19 entityOperator",
      "S19 cruiseControl",
      "S11 resources",
      "S12 kafka",
      "S12 broker",
    ]);
  });

  it("leaves the API server to object to the ZooKeeper section only", () => {
    const byServer = LEDGER.filter(({ without }) => without.by !== "check");
    expect(byServer.map(({ id, without }) => [id, without.by])).toEqual([["S1", "api-server"]]);
  });

  it.each(LEDGER.filter(({ without }) => without.by === "check"))(
    "without $id its check objects, and no other",
    (left) => {
      const objects = applyLedger(
        DOCUMENTED,
        LEDGER.filter((entry) => entry !== left),
      );
      const found = STRIMZI_CHECKS.flatMap(([check, { find }]) =>
        find({ objects, platform: PLATFORM }).map((finding) => ({ check, ...finding })),
      );
      if (left.without.by !== "check") throw new Error("chosen above");
      const { check, answer } = left.without;
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(found.map((finding) => ({ ...finding, check, message: expect.stringContaining(answer) })));
    },
  );

  it("with all of them no check finds anything", () => {
    const objects = applyLedger(DOCUMENTED, LEDGER);
    const found = STRIMZI_CHECKS.flatMap(([, { find }]) => find({ objects, platform: PLATFORM }));
    expect(objects).toHaveLength(20);
    expect(found).toEqual([]);
  });
});
