import { schemaFindings } from "../../../config/schema-findings";
import { clusterBackupSection } from "../../../config/sections/cluster-backup";
import { labMonitoringSection } from "../../../config/sections/lab-monitoring";
import { shopSection } from "../../../config/sections/shop";
import { labSections } from "../../charts/lab/lab-fixture";

type Change = (sections: Record<"labMonitoring" | "shop" | "clusterBackup", Record<string, unknown>>) => unknown;

/** Paths and allowed values of what the sections object to after a change. */
function found(change: Change): readonly string[] {
  const sections = structuredClone(labSections()) as unknown as Parameters<Change>[0];
  change(sections);
  return [
    ...schemaFindings(labMonitoringSection, sections.labMonitoring, ["labMonitoring"]),
    ...schemaFindings(shopSection, sections.shop, ["shop"]),
    ...schemaFindings(clusterBackupSection, sections.clusterBackup, ["clusterBackup"]),
  ].map(({ path, allowed }) => `${path.join(".")}: ${allowed}`);
}

test("images and the site of runbooks are enough; the rest is as documented, or decided", () => {
  const { labMonitoring, shop, clusterBackup } = labSections();
  expect(JSON.parse(JSON.stringify(labMonitoringSection.parse(labMonitoring)))).toEqual({
    ...labMonitoring,
    namespace: "monitoring",
    retention: "35d",
    volume: "50Gi",
    blocksIdentity: "prometheus-blocks",
    receivers: "alertmanager-receivers",
    objectives: { availabilityPercent: 99.9, successPercent: 99.9, latencyMilliseconds: 200, latencyPercent: 95 },
  });
  expect(JSON.parse(JSON.stringify(shopSection.parse(shop)))).toEqual({
    namespace: "sre-shop",
    backend: {
      image: "stefanprodan/podinfo:6.5.0",
      minReplicas: 2,
      maxReplicas: 6,
      resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { cpu: "500m", memory: "256Mi" } },
    },
    traffic: {
      image: shop.traffic.image,
      requestsPerSecond: 5,
      timeoutSeconds: 2,
      mix: [
        { path: "/", share: 10 },
        { path: "/api/info", share: 6 },
        { path: "/version", share: 3 },
        { path: "/status/404", share: 1 },
      ],
    },
  });
  expect(clusterBackupSection.parse(clusterBackup)).toEqual({
    ...clusterBackup,
    schedule: "0 2 * * *",
    identity: "cluster-backup",
  });
});

test("what the fixture says is right", () => {
  expect(found(() => {})).toEqual([]);
});

test.each<[string, Change, string]>([
  [
    "less kept than the budgets are of",
    ({ labMonitoring }) => Object.assign(labMonitoring, { retention: "29d" }),
    "labMonitoring.retention: 30d or more",
  ],
  [
    "an objective of everything",
    ({ labMonitoring }) => Object.assign(labMonitoring, { objectives: { successPercent: 100 } }),
    "labMonitoring.objectives.successPercent: a number from 95 to 99.999",
  ],
  [
    "an objective that the backend can't count",
    ({ labMonitoring }) => Object.assign(labMonitoring, { objectives: { latencyMilliseconds: 1 } }),
    "labMonitoring.objectives.latencyMilliseconds: a whole number from 5 to 10000",
  ],
  [
    "a path with a query",
    ({ shop }) => Object.assign(shop.traffic as object, { mix: [{ path: "/a?b=$(id)", share: 1 }] }),
    "shop.traffic.mix.0.path: a path that begins with /, of letters, digits, dots, hyphens and underscores",
  ],
  [
    "a single pod",
    ({ shop }) => Object.assign(shop.backend as object, { minReplicas: 1 }),
    "shop.backend.minReplicas: a whole number from 2 to 20",
  ],
  [
    "no day in a schedule",
    ({ clusterBackup }) => Object.assign(clusterBackup, { schedule: "daily" }),
    'clusterBackup.schedule: five fields of cron, such as "15 2 * * *"',
  ],
])("%s is refused", (_, change, expected) => {
  expect(found(change)).toEqual([expected]);
});
