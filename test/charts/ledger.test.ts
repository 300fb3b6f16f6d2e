import type { KubeObject } from "../../charts/kube-object";
import { applyLedger, type Deviation } from "../../charts/ledger";

const BROKER: KubeObject = {
  apiVersion: "example.com/v1",
  kind: "Broker",
  metadata: { name: "one", namespace: "here" },
  spec: { replicas: 0, listeners: [{ name: "plain" }, { name: "tls" }], size: "2500Gi" },
};
const OTHER: KubeObject = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "one", namespace: "here" } };

function deviation(change: Partial<Deviation>): Deviation {
  return {
    id: "X1",
    object: { group: "example.com", kind: "Broker", namespace: "here", name: "one" },
    path: [],
    reason: "because",
    source: "document 999",
    without: { by: "api-server", answer: "no" },
    ...change,
  };
}

/** What an entry makes of the broker. */
const changed = (change: Partial<Deviation>) => applyLedger([OTHER, BROKER], [deviation(change)]);

test("replaces, adds and removes, and leaves the rest and the order alone", () => {
  const ledger = [
    deviation({ id: "1", path: ["spec", "size"], documented: "2500Gi", deployed: "2200Gi" }),
    deviation({ id: "2", path: ["spec", "replicas"], documented: 0 }),
    deviation({ id: "3", path: ["metadata", "annotations", "example.com/mode"], deployed: "enabled" }),
    deviation({ id: "4", path: ["spec", "listeners", 0, "peers"], deployed: [] }),
  ];
  expect(applyLedger([OTHER, BROKER], ledger)).toEqual([
    OTHER,
    {
      apiVersion: "example.com/v1",
      kind: "Broker",
      metadata: { name: "one", namespace: "here", annotations: { "example.com/mode": "enabled" } },
      spec: { size: "2200Gi", listeners: [{ name: "plain", peers: [] }, { name: "tls" }] },
    },
  ]);
  expect(BROKER.spec).toEqual({ replicas: 0, listeners: [{ name: "plain" }, { name: "tls" }], size: "2500Gi" });
});

test("a map goes with its last key", () => {
  const marked = { ...BROKER, metadata: { ...BROKER.metadata, annotations: { only: "one" } } };
  const [changedOne] = applyLedger(
    [marked],
    [deviation({ path: ["metadata", "annotations", "only"], documented: "one" })],
  );
  expect(changedOne?.metadata).toEqual({ name: "one", namespace: "here" });
});

test("removes and adds items of lists", () => {
  expect(changed({ path: ["spec", "listeners", 0], documented: { name: "plain" } })[1]?.spec).toMatchObject({
    listeners: [{ name: "tls" }],
  });
  expect(changed({ path: ["spec", "listeners", 2], deployed: { name: "third" } })[1]?.spec).toMatchObject({
    listeners: [{ name: "plain" }, { name: "tls" }, { name: "third" }],
  });
});

test.each([
  [
    "an object that no chart renders",
    { object: { group: "", kind: "Broker", name: "one" } },
    "Deviation X1 changes Broker one, which no chart renders.",
  ],
  [
    "another documented value than the chart renders",
    { path: ["spec", "size"], documented: "1Gi", deployed: "2Gi" },
    'Deviation X1 expects "1Gi" at spec.size of example.com/Broker here/one; the chart renders "2500Gi".',
  ],
  [
    "a key that the chart doesn't have",
    { path: ["spec", "rack"], documented: "a" },
    'Deviation X1 expects "a" at spec.rack of example.com/Broker here/one; the chart renders nothing.',
  ],
  [
    "a key that the chart has after all",
    { path: ["metadata", "namespace"], deployed: "there" },
    'Deviation X1 expects nothing at metadata.namespace of example.com/Broker here/one; the chart renders "here".',
  ],
  [
    "no change",
    { path: ["spec", "size"], documented: "2500Gi", deployed: "2500Gi" },
    "Deviation X1 deploys the documented value.",
  ],
])("refuses an entry with %s", (_, change, message) => {
  expect(() => changed(change)).toThrow(message);
});
