import { UNKNOWN } from "../../../sandbox/server/properties";
import { ClusterFixture, identity, kubeconfig } from "./cluster-fixture";

const NAMESPACE = "kubernetes:core/v1:Namespace";
const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const SERVICE = "kubernetes:core/v1:Service";
const CLUSTER_ROLE = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";

let cluster: ClusterFixture;

beforeEach(() => {
  cluster = new ClusterFixture();
});

describe("check", () => {
  test("fills in what the token says, the namespace and a name", () => {
    const inputs = cluster.checked(CONFIG_MAP, { data: { a: "b" } }, "settings");
    expect(inputs).toEqual({
      apiVersion: "v1",
      kind: "ConfigMap",
      data: { a: "b" },
      metadata: {
        namespace: "default",
        name: expect.stringMatching(/^settings-[0-9a-f]{8}$/),
        annotations: { "pulumi.com/autonamed": "true" },
      },
    });
    expect(cluster.checked(CONFIG_MAP, {}, "settings", inputs).metadata).toEqual(inputs.metadata);
  });

  test("leaves given names and unknown metadata alone", () => {
    expect(cluster.checked(NAMESPACE, { metadata: { name: "n" } }).metadata).toEqual({ name: "n" });
    expect(cluster.checked(CONFIG_MAP, { metadata: UNKNOWN }).metadata).toBe(UNKNOWN);
    expect(cluster.checked(CONFIG_MAP, { metadata: { name: UNKNOWN } }).metadata).toEqual({
      name: UNKNOWN,
      namespace: "default",
    });
  });

  test.each([
    [NAMESPACE, { kind: "Service" }, "kind", 'kind is "Service"; the resource\'s type says Namespace'],
    [NAMESPACE, { apiVersion: "v2" }, "apiVersion", 'apiVersion is "v2"; the resource\'s type says v1'],
    [NAMESPACE, { metadata: { name: "a.b" } }, "metadata.name", "use 1 to 63 lower-case letters, digits and hyphens"],
    [
      NAMESPACE,
      { metadata: { name: "a", namespace: "b" } },
      "metadata.namespace",
      "but a Namespace has none; leave it out",
    ],
    [CONFIG_MAP, { metadata: { name: "A" } }, "metadata.name", "use 1 to 253 lower-case letters"],
    [CONFIG_MAP, { metadata: { name: "a", namespace: "B" } }, "metadata.namespace", "use 1 to 63 lower-case letters"],
    [CLUSTER_ROLE, { metadata: { name: "a/b" } }, "metadata.name", "a slash or % can't occur"],
  ])("refuses %s with %j", (type, inputs, property, message) => {
    expect(cluster.failures(type, { metadata: { name: "a" }, ...inputs })).toEqual([
      { property, reason: expect.stringContaining(message) },
    ]);
  });

  test("takes the names that each kind allows", () => {
    expect(cluster.failures(CONFIG_MAP, { metadata: { name: "a.b" } })).toEqual([]);
    expect(cluster.failures(CLUSTER_ROLE, { metadata: { name: "system:aggregate:X" } })).toEqual([]);
  });
});

describe("create", () => {
  test("ids are namespace and name; the server adds what it adds", async () => {
    await cluster.make(NAMESPACE, { metadata: { name: "team" } });
    const made = await cluster.make(CONFIG_MAP, { metadata: { name: "settings", namespace: "team" } });
    expect(made.id).toBe("team/settings");
    expect(made.state).toMatchObject({
      kind: "ConfigMap",
      metadata: { name: "settings", generation: 1, uid: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  test("a preview makes nothing, and doesn't know what the server adds", async () => {
    const inputs = cluster.checked(SERVICE, { metadata: { name: "s" }, spec: { type: "LoadBalancer" } });
    const { id, properties } = await cluster.session.create(identity(SERVICE, "it"), inputs, true);
    expect(id).toBe("");
    expect(properties).toMatchObject({
      metadata: { name: "s", uid: UNKNOWN },
      spec: { type: "LoadBalancer", clusterIP: UNKNOWN },
      status: UNKNOWN,
    });
    expect(cluster.store.objects("kubernetes")).toEqual([]);
  });

  test("a service of type LoadBalancer has an address outside", async () => {
    const { state } = await cluster.make(SERVICE, { metadata: { name: "s" }, spec: { type: "LoadBalancer" } });
    expect(state).toMatchObject({
      spec: { clusterIP: expect.stringMatching(/^172\.20\.\d{1,3}\.\d{1,3}$/) },
      status: { loadBalancer: { ingress: [{ hostname: expect.stringMatching(/^[0-9a-f]{32}\.elb\.invalid$/) }] } },
    });
  });

  test("a taken name and a namespace that nothing made are refused", async () => {
    await cluster.make(CONFIG_MAP, { metadata: { name: "settings" } }, "one");
    await expect(cluster.make(CONFIG_MAP, { metadata: { name: "settings" } }, "two")).rejects.toThrow(
      `kubernetes:core/v1:ConfigMap default/settings already exists (made by ${identity(CONFIG_MAP, "one").urn})`,
    );
    await expect(
      cluster.make(CONFIG_MAP, { metadata: { name: "settings", namespace: "team" } }, "three"),
    ).rejects.toThrow(
      `kubernetes:core/v1:ConfigMap team/settings: namespace "team" doesn't exist; create it first and depend on it`,
    );
  });

  test.each(["default", "kube-system", "kube-public", "kube-node-lease"])(
    "namespace %s is always there",
    async (namespace) => {
      await expect(cluster.make(CONFIG_MAP, { metadata: { name: "settings", namespace } })).resolves.toMatchObject({});
    },
  );

  test("two clusters don't see each other's objects", async () => {
    const other = new ClusterFixture("https://two.example", cluster.store);
    await cluster.make(CONFIG_MAP, { metadata: { name: "settings" } });
    const made = await other.make(CONFIG_MAP, { metadata: { name: "settings" } });
    await other.session.delete(identity(CONFIG_MAP, "it"), made.id);
    expect((await cluster.session.read(identity(CONFIG_MAP, "it"), made.id))?.id).toBe("default/settings");
  });
});

describe("diff", () => {
  test.each([
    [CONFIG_MAP, {}, { metadata: { name: "b" } }, true, false],
    [CONFIG_MAP, { data: { a: "1" } }, { data: { a: "2" } }, true, true],
    [CONFIG_MAP, {}, { metadata: { name: "a", labels: { x: "y" } } }, false, false],
    [DEPLOYMENT, { spec: { replicas: 1 } }, { spec: { replicas: 2 } }, false, false],
    [DEPLOYMENT, { spec: { selector: { a: "1" } } }, { spec: { selector: { a: "2" } } }, true, true],
    [
      "kubernetes:storage.k8s.io/v1:StorageClass",
      { parameters: { type: "gp2" } },
      { parameters: { type: "gp3" } },
      true,
      true,
    ],
    ["kubernetes:karpenter.sh/v1beta1:NodePool", { spec: { weight: 1 } }, { spec: { weight: 2 } }, false, false],
  ])("%s from %j to %j", async (type, before, after, replaces, deleteBeforeReplace) => {
    const made = await cluster.make(type, { metadata: { name: "a" }, ...before });
    const diff = cluster.diff(type, made, { metadata: { name: "a" }, ...after });
    expect(diff.changes.map((change) => change.replaces)).toEqual([replaces]);
    expect(diff.deleteBeforeReplace).toBe(deleteBeforeReplace);
  });

  test("a ConfigMap changes in place where the provider is told so, but for its name", async () => {
    cluster.session.configure({ kubeconfig: kubeconfig("https://one.example"), enableConfigMapMutable: "true" });
    const made = await cluster.make(CONFIG_MAP, { metadata: { name: "a" }, data: { a: "1" } });
    const replaces = (inputs: object) =>
      cluster.diff(CONFIG_MAP, made, { ...inputs }).changes.map((one) => one.replaces);
    expect(replaces({ metadata: { name: "a" }, data: { a: "2" } })).toEqual([false]);
    expect(replaces({ metadata: { name: "b" }, data: { a: "1" } })).toEqual([true]);
  });

  test("an automatic name lets old and new stand side by side", async () => {
    const made = await cluster.make(CONFIG_MAP, { data: { a: "1" } });
    expect(cluster.diff(CONFIG_MAP, made, { data: { a: "2" } }).deleteBeforeReplace).toBe(false);
    const replacement = await cluster.make(CONFIG_MAP, { data: { a: "2" } });
    expect(replacement.id).not.toBe(made.id);
  });

  test("another cluster replaces the provider, a new token for the same one doesn't", () => {
    const before = { kubeconfig: kubeconfig("https://one.example") };
    const replaces = (after: object) =>
      cluster.session.diffConfig(before, { ...after }).changes.map((change) => change.replaces);
    expect(replaces({ kubeconfig: kubeconfig("https://two.example") })).toEqual([true]);
    expect(replaces({ kubeconfig: `${kubeconfig("https://one.example")} ` })).toEqual([false]);
    expect(replaces(before)).toEqual([]);
  });
});

describe("life", () => {
  test("updates count generations, drift is read, what is gone is gone", async () => {
    const made = await cluster.make(DEPLOYMENT, { metadata: { name: "a" }, spec: { replicas: 1 } });
    const resource = identity(DEPLOYMENT, "it");
    const state = await cluster.session.update(resource, made.id, { ...made.inputs, spec: { replicas: 2 } }, false);
    expect(state).toMatchObject({ spec: { replicas: 2 }, metadata: { generation: 2 } });
    const object = cluster.store.objects("kubernetes")[0];
    if (object === undefined) throw new Error("the object is not in the store");
    cluster.store.replace({ ...object, inputs: { ...object.inputs, spec: { replicas: 9 } } });
    expect((await cluster.session.read(resource, made.id))?.properties).toMatchObject({ spec: { replicas: 9 } });
    await cluster.session.delete(resource, made.id);
    expect(await cluster.session.read(resource, made.id)).toBe(undefined);
    await expect(cluster.session.update(resource, made.id, made.inputs, false)).rejects.toThrow(
      "no longer exists; run refresh",
    );
  });

  test("with a namespace goes all that lives in it", async () => {
    await cluster.make(NAMESPACE, { metadata: { name: "team" } });
    await cluster.make(CONFIG_MAP, { metadata: { name: "settings", namespace: "team" } });
    await cluster.make(CONFIG_MAP, { metadata: { name: "settings" } }, "other");
    await cluster.session.delete(identity(NAMESPACE, "it"), "team");
    expect(cluster.store.objects("kubernetes").map(({ id }) => id)).toEqual(["default/settings"]);
  });

  test("functions are refused", () => {
    expect(() => cluster.session.invoke("kubernetes:yaml:decode")).toThrow(
      "kubernetes:yaml:decode asks a cluster or a chart repository; register resources one by one instead",
    );
  });
});
