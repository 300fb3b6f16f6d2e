import { ClusterFixture, identity } from "./cluster-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const given = { chart: "prometheus", version: "25.18.0", namespace: "monitoring", createNamespace: true };

let cluster: ClusterFixture;

beforeEach(() => {
  cluster = new ClusterFixture();
});

test("a release is deployed, under a name of its own if none is given", async () => {
  const made = await cluster.make(RELEASE, given, "metrics");
  expect(made.id).toMatch(/^monitoring\/metrics-[0-9a-f]{8}$/);
  expect(made.state.status).toMatchObject({ status: "deployed", chart: "prometheus", version: "25.18.0", revision: 1 });
  expect(cluster.diff(RELEASE, made, given, "metrics").changes).toEqual([]);
});

test("an upgrade is a revision", async () => {
  const made = await cluster.make(RELEASE, { ...given, name: "metrics" });
  expect(cluster.diff(RELEASE, made, { ...given, name: "metrics", version: "25.19.0" }).changes).toEqual([
    { path: ["version"], kind: "update", replaces: false },
  ]);
  const state = await cluster.session.update(
    identity(RELEASE, "it"),
    made.id,
    { ...made.inputs, version: "25.19.0" },
    false,
  );
  expect(state.status).toMatchObject({ revision: 2, version: "25.19.0" });
});

test.each(["name", "namespace"])("another %s is another release", async (field) => {
  const made = await cluster.make(RELEASE, { ...given, name: "metrics" });
  expect(cluster.diff(RELEASE, made, { ...given, name: "metrics", [field]: "other" }).changes).toEqual([
    { path: [field], kind: "update", replaces: true },
  ]);
});

test("a namespace that a release makes is there for others", async () => {
  await expect(cluster.make(RELEASE, { ...given, createNamespace: false }, "first")).rejects.toThrow(
    'namespace "monitoring" doesn\'t exist',
  );
  await cluster.make(RELEASE, given, "second");
  await expect(cluster.make(CONFIG_MAP, { metadata: { name: "a", namespace: "monitoring" } })).resolves.toMatchObject(
    {},
  );
});

test.each([
  [{ chart: null }, "chart", "chart is missing; give the chart and its exact version"],
  [{ version: null }, "version", "version is missing; give the chart and its exact version"],
  [{ version: "^25.0.0" }, "version", 'version "^25.0.0" isn\'t exact; write one such as 1.2.3'],
  [{ name: "x".repeat(54) }, "name", "use 1 to 53 lower-case letters, digits and hyphens"],
  [{ name: "Metrics" }, "name", "use 1 to 53 lower-case letters, digits and hyphens"],
])("a release with %j is refused", (inputs, property, message) => {
  expect(cluster.failures(RELEASE, { ...given, name: "metrics", ...inputs })).toEqual([
    { property, reason: expect.stringContaining(message) },
  ]);
});

test.each(["25.18.0", "v1.16.5", "1.0.0-rc.1"])("version %s passes", (version) => {
  expect(cluster.failures(RELEASE, { ...given, version })).toEqual([]);
});
