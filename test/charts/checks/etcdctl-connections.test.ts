import { etcdctlConnections } from "../../../charts/checks/etcdctl-connections";
import type { KubeObject } from "../../../charts/kube-object";
import { messagesIn, workload } from "./workload-fixture";

const ENV = {
  ETCDCTL_ENDPOINTS: "https://etcd-0:2379",
  ETCDCTL_CACERT: "/pki/ca.crt",
  ETCDCTL_COMMAND_TIMEOUT: "900s",
};

const job = (env: Readonly<Record<string, string>>, spec: object = {}): KubeObject =>
  workload({
    spec: {
      hostAliases: [{ ip: "10.0.0.1", hostnames: ["etcd-0"] }],
      ...spec,
      containers: [
        {
          name: "a",
          command: ["/bin/bash", "-c", "etcdctl compact --physical=true 5"],
          env: Object.entries(env).map(([name, value]) => ({ name, value })),
          volumeMounts: [{ name: "pki", mountPath: "/pki" }],
        },
      ],
    },
  });

it("addresses, names, files and time are there", () => {
  expect(messagesIn(etcdctlConnections, job(ENV))).toEqual([]);
});

it.each(["https://10.0.0.1:2379", "https://etcd-0.etcd.svc:2379", "http://localhost:2379"])(
  "%s needs no alias",
  (ETCDCTL_ENDPOINTS) => {
    expect(messagesIn(etcdctlConnections, job({ ...ENV, ETCDCTL_ENDPOINTS }, { hostAliases: [] }))).toEqual([]);
  },
);

it("a short name may be a Service beside the pod, and of no other namespace", () => {
  const service = (namespace: string): KubeObject => ({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "etcd-0", namespace },
  });
  expect(messagesIn(etcdctlConnections, job(ENV, { hostAliases: [] }), service("a"))).toEqual([]);
  expect(messagesIn(etcdctlConnections, job(ENV, { hostAliases: [] }), service("b"))).toHaveLength(1);
});

it.each([
  ["no addresses", {}, "asks 127.0.0.1:2379"],
  ["an unknown name", { ...ENV, ETCDCTL_ENDPOINTS: "https://etcd-0:2379,https://etcd-1:2379" }, "etcd-1 is no name"],
  ["a file of no volume", { ...ENV, ETCDCTL_KEY: "/pkis/server.key" }, "/pkis/server.key is in no volume"],
  [
    "five seconds for a compaction",
    { ETCDCTL_ENDPOINTS: ENV.ETCDCTL_ENDPOINTS, ETCDCTL_CACERT: ENV.ETCDCTL_CACERT },
    "etcdctl's own limit of 5 s",
  ],
])("finds %s", (_, env, message) => {
  expect(messagesIn(etcdctlConnections, job(env))).toEqual([expect.stringContaining(message)]);
});

it("what doesn't run etcdctl needs nothing of it", () => {
  expect(messagesIn(etcdctlConnections, workload())).toEqual([]);
});
