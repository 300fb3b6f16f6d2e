import { networkPolicies } from "../../../../charts/redis/clusters/network-policies";
import { prodPlatform } from "../../../infra/prod-platform";
import { prodCluster } from "./redis-fixture";

const [servers, bootstrap, backup] = JSON.parse(
  JSON.stringify(networkPolicies(prodPlatform(), prodCluster("redis-prod-sessions"))),
);
const tcp = (...ports: number[]) => ports.map((value) => ({ protocol: "TCP", port: { value } }));
const named = (name: string) => ({ podSelector: { matchLabels: { "app.kubernetes.io/name": name } } });
const namespaces = (...values: string[]) => ({
  namespaceSelector: { matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "In", values }] },
});
const DNS = {
  to: [{ ...namespaces("kube-system"), podSelector: { matchLabels: { "k8s-app": "kube-dns" } } }],
  ports: [{ protocol: "UDP", port: { value: 53 } }, ...tcp(53)],
};
const toServers = { to: [named("redis-prod-sessions")], ports: tcp(6379) };

describe("network policies", () => {
  it("let clients in on 6379, servers on both ports, Prometheus to the exporter, and nobody else", () => {
    expect(servers.spec).toEqual({
      ...named("redis-prod-sessions"),
      policyTypes: ["Ingress", "Egress"],
      ingress: [
        { from: [named("redis-prod-sessions")], ports: tcp(6379, 16379) },
        {
          from: [
            namespaces("api-gateway", "checkout-prod", "user-profile-prod"),
            named("redis-prod-sessions-bootstrap"),
            named("redis-prod-sessions-backup"),
          ],
          ports: tcp(6379),
        },
        { from: [namespaces("monitoring")], ports: tcp(9121) },
      ],
      egress: [{ to: [named("redis-prod-sessions")], ports: tcp(6379, 16379) }, DNS],
    });
  });

  // Without a list of rules nothing comes in; an empty one would mean the same, and the API server doesn't keep it.
  it("let the jobs reach the servers of their own cluster, backups the object storage, and nobody the jobs", () => {
    const job = (name: string) => ({ ...named(name), policyTypes: ["Ingress", "Egress"] });
    expect(bootstrap.spec).toEqual({ ...job("redis-prod-sessions-bootstrap"), egress: [toServers, DNS] });
    expect(backup.spec).toEqual({
      ...job("redis-prod-sessions-backup"),
      egress: [toServers, DNS, { ports: tcp(443) }],
    });
  });
});
