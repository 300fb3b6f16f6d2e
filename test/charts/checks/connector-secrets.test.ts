import { connectorSecrets } from "../../../charts/checks/connector-secrets";
import { foundAmongWorkers } from "./connect-fixture";

const setting = (key: string) => ["spec", "config", key];
const reference = (provider: string, rest: string) => `\${${provider}:${rest}}`;
const MOUNTED = "/opt/kafka/external-configuration";

describe("connector-secrets", () => {
  it.each([
    ["connection.password", "hunter2"],
    ["connection.password", `x${reference("directory", `${MOUNTED}/shop:password`)}`],
    ["aws.secret.access.key", "hunter2"],
    ["aws.access.key.id", "hunter2"],
    ["sasl.jaas.config", "hunter2"],
    ["value.converter.basic.auth.user.info", "hunter2"],
    ["api.key", "hunter2"],
    ["elastic.https.ssl.truststore.password", "hunter2"],
    ["connection.url", "https://me:hunter2@search:9200"],
    ["connection.url", "jdbc:postgresql://shop:5432/shop?user=me&password=hunter2"],
  ])("finds %s = %s, and keeps it to itself", (key, value) => {
    const findings = foundAmongWorkers(connectorSecrets, ["copy", setting(key), value]);
    expect(findings).toEqual([
      `KafkaConnector copy at spec.config["${key}"]: is written out; refer to a key of a mounted Secret, through a provider of the workers`,
    ]);
    expect(findings.join()).not.toContain("hunter2");
  });

  it.each([
    ["connection.password", reference("directory", `${MOUNTED}/shop:password`)],
    ["connection.password", reference("env", "SHOP_PASSWORD")],
    ["connection.url", `https://${reference("env", "ADDRESS")}:9200`],
    ["s3.credentials.provider.class", "com.example.Provider"],
    ["transforms.mask.fields", "password"],
  ])("takes %s = %s", (key, value) => {
    expect(foundAmongWorkers(connectorSecrets, ["copy", setting(key), value])).toEqual([]);
  });

  it("finds a provider that the workers don't have", () => {
    expect(
      foundAmongWorkers(connectorSecrets, [
        "copy",
        setting("connection.password"),
        reference("vault", "shop:password"),
      ]),
    ).toEqual([
      'KafkaConnector copy at spec.config["connection.password"]: refers to provider vault, which movers doesn\'t configure',
    ]);
    expect(foundAmongWorkers(connectorSecrets, ["movers", setting("config.providers")])).toEqual([
      'KafkaConnector copy at spec.config["connection.password"]: refers to provider directory, which movers doesn\'t configure',
    ]);
  });

  it("finds a volume that the workers don't mount, also where a setting wants a file", () => {
    expect(
      foundAmongWorkers(connectorSecrets, ["drain", setting("truststore.location"), `${MOUNTED}/search/ca.crt`]),
    ).toEqual([
      'KafkaConnector drain at spec.config["truststore.location"]: reads volume search, which movers doesn\'t mount',
    ]);
    expect(foundAmongWorkers(connectorSecrets, ["movers", ["spec", "externalConfiguration"]])).toEqual([
      'KafkaConnector copy at spec.config["connection.password"]: reads volume shop, which movers doesn\'t mount',
    ]);
  });
});
