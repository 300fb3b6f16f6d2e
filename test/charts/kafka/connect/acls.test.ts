import { connectAcls } from "../../../../charts/kafka/connect/acls";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";

/** An access list in short: `topic name: operations`. */
const inShort = (platform = prodPlatform()) =>
  connectAcls(platform).map(
    ({ resource: { type, name, patternType }, operations, host }) =>
      `${type} ${name} (${patternType}, ${host}): ${operations.join(" ")}`,
  );

describe("the workers' user", () => {
  it("may do what its four connectors do, and no more", () => {
    expect(inShort()).toEqual([
      "topic connect-prod-configs (literal, *): Create Describe DescribeConfigs Read Write",
      "topic connect-prod-offsets (literal, *): Create Describe DescribeConfigs Read Write",
      "topic connect-prod-status (literal, *): Create Describe DescribeConfigs Read Write",
      "group connect-prod (literal, *): Describe Read",
      "group connect-s3-sink-app-events (literal, *): Describe Read",
      "group connect-s3-sink-logs (literal, *): Describe Read",
      "group connect-elasticsearch-sink-search (literal, *): Describe Read",
      "topic vantage-application-logs (literal, *): Describe Read",
      "topic vantage-notification-events (literal, *): Describe Read",
      "topic vantage-order-events (literal, *): Describe Read",
      "topic vantage-payment-events (literal, *): Describe Read",
      "topic vantage-shipping-events (literal, *): Describe Read",
      "topic vantage-orders-db-order_items (literal, *): Describe Write",
      "topic vantage-orders-db-orders (literal, *): Describe Write",
    ]);
  });

  it("loses what no connector needs any more", () => {
    const without = prodWith(({ kafkaConnect }) => {
      kafkaConnect.jdbcSources = {};
      delete kafkaConnect.s3Sinks["s3-sink-logs"];
    });
    const [gone, kept] = [inShort().filter((line) => !inShort(without).includes(line)), inShort(without)];
    expect(gone).toEqual([
      "group connect-s3-sink-logs (literal, *): Describe Read",
      "topic vantage-application-logs (literal, *): Describe Read",
      "topic vantage-orders-db-order_items (literal, *): Describe Write",
      "topic vantage-orders-db-orders (literal, *): Describe Write",
    ]);
    expect(kept).toHaveLength(10);
  });

  it("follows the name of the workers", () => {
    const renamed = prodWith((input) => {
      input.kafkaConnect.name = "pipes";
    });
    expect(inShort(renamed).slice(0, 4)).toEqual([
      "topic pipes-configs (literal, *): Create Describe DescribeConfigs Read Write",
      "topic pipes-offsets (literal, *): Create Describe DescribeConfigs Read Write",
      "topic pipes-status (literal, *): Create Describe DescribeConfigs Read Write",
      "group pipes (literal, *): Describe Read",
    ]);
  });
});
