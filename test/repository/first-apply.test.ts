import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CREDENTIAL_KEYS } from "../../charts/kafka/connect/credentials";
import { receivers } from "../../charts/monitoring/alertmanager/receivers";
import { deployableRendering } from "../../charts/synthesize";
import { CA_SECRET, CA_SECRET_KEYS } from "../../config/reference/istio";
import { ETCD_CLIENT, RECEIVER_KEYS_FOLDER } from "../../config/reference/monitoring-files";
import { prodPlatform } from "../infra/prod-platform";

const platform = prodPlatform();
const page = readFileSync(join(__dirname, "../../docs/first-apply.md"), "utf8");

/** Keys that the page's command for a Secret takes from files, continued lines included. */
function keysOf(namespace: string, secret: string): readonly string[] {
  const command = page
    .replaceAll("\\\n", "")
    .split("\n")
    .find((line) => line.includes(`kubectl -n ${namespace} create secret generic ${secret} `));
  return [...(command ?? "").matchAll(/--from-file=(\S+)/g)].map(([, key = ""]) => key).sort();
}

describe("docs/first-apply.md", () => {
  test("makes the receivers' Secret with every key that a receiver reads", () => {
    const files = JSON.stringify(receivers(platform)).matchAll(new RegExp(`${RECEIVER_KEYS_FOLDER}/([a-z-]+)`, "g"));
    const keys = [...new Set([...files].map(([, key = ""]) => key))].sort();
    expect(keys).toEqual(["opsgenie-api-key", "pagerduty-routing-key", "slack-alerts-url", "slack-incidents-url"]);
    expect(keysOf(platform.addOns.releases.alertmanager.namespace, platform.contactPoints.secret)).toEqual(keys);
  });

  test("makes the Secrets of the connectors, and those for etcd", () => {
    const { jdbcSources, elasticsearchSinks } = platform.kafkaConnect;
    const connectors = [...Object.values(jdbcSources), ...Object.values(elasticsearchSinks)];
    expect(connectors.map(({ credentials }) => keysOf("kafka-prod", credentials))).toEqual(
      connectors.map(() => Object.values(CREDENTIAL_KEYS).sort()),
    );
    expect(keysOf(platform.addOns.releases.prometheus.namespace, ETCD_CLIENT.secret)).toEqual([
      "ca.crt",
      "tls.crt",
      "tls.key",
    ]);
    expect(keysOf("kube-system", platform.maintenance.etcdCompaction.pkiSecret)).toEqual([
      "ca.crt",
      "server.crt",
      "server.key",
    ]);
    for (const name of [CA_SECRET, ...CA_SECRET_KEYS]) expect(page).toContain(`\`${name}\``);
  });

  test("names every Secret that the rendering takes when it comes", () => {
    const text = JSON.stringify(deployableRendering(platform).flatMap(({ objects }) => objects));
    const optional = [...text.matchAll(/\{[^{}]*"secretName":"([^"]+)"[^{}]*\}/g)]
      .filter(([volume]) => volume.includes('"optional":true'))
      .map(([, name = ""]) => name);
    expect([...new Set(optional)].sort()).toEqual([
      "es-prod-search-connect",
      "etcd-compaction-pki",
      "orders-prod-primary-connect",
    ]);
    for (const name of optional) expect(page).toContain(`| \`${name}\` |`);
  });

  test("names istioctl's release, and every value that the stack file has to be given", () => {
    expect(page).toContain(`\`vantage:istio.version\` (${platform.istio.version})`);
    const stack = readFileSync(join(__dirname, "../../Pulumi.prod.yaml"), "utf8").split("\n");
    const standIns = stack.flatMap((line, index) =>
      /set (its|the organisation's|the analytics team's)|The organisation's own:|As above:/.test(line)
        ? [/^\s*([\w-]+):/.exec(stack[index + 1] ?? "")?.[1]]
        : [],
    );
    expect(standIns).toEqual(["id", "repository", "image", "host", "host", "image", "image", "relay"]);
    for (const path of [
      "vantage:network.transitGateway.id",
      "vantage:redisOperator.repository",
      "vantage:kafkaConnect.image",
      ...Object.keys(platform.kafkaConnect.jdbcSources).map((name) => `vantage:kafkaConnect.jdbcSources.${name}.host`),
      ...Object.keys(platform.kafkaConnect.elasticsearchSinks).map(
        (name) => `vantage:kafkaConnect.elasticsearchSinks.${name}.host`,
      ),
      "vantage:workloads.analyticsBatch.image",
      "vantage:maintenance.imagePruning.image",
      "vantage:contactPoints.email.relay",
    ]) {
      expect(page).toContain(`| \`${path}\``);
    }
  });
});
