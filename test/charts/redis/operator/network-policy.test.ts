import { prodPlatform, prodWith } from "../../../infra/prod-platform";
import { documented } from "../../rendered";

const REFERENCE = "networking.k8s.io/NetworkPolicy redis-system/redis-operator";
const inNamespace = (name: string) => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
});
const CONTROL_PLANE = ["10.42.3.0/26", "10.42.3.64/26", "10.42.3.128/26"].map((cidr) => ({ ipBlock: { cidr } }));

test("Prometheus and the control plane come in; DNS and the API server are called; nothing else", () => {
  expect(documented(prodPlatform())(REFERENCE).spec).toEqual({
    podSelector: { matchLabels: { "app.kubernetes.io/name": "redis-operator" } },
    policyTypes: ["Ingress", "Egress"],
    ingress: [
      { from: [inNamespace("monitoring")], ports: [{ protocol: "TCP", port: 8080 }] },
      { from: CONTROL_PLANE, ports: [{ protocol: "TCP", port: 9443 }] },
    ],
    egress: [
      {
        to: [{ ...inNamespace("kube-system"), podSelector: { matchLabels: { "k8s-app": "kube-dns" } } }],
        ports: [
          { protocol: "UDP", port: 53 },
          { protocol: "TCP", port: 53 },
        ],
      },
      { to: [{ ipBlock: { cidr: "172.20.0.1/32" } }, ...CONTROL_PLANE], ports: [{ protocol: "TCP", port: 443 }] },
    ],
  });
});

test("follows the namespace of Prometheus and the block of Services", () => {
  const { spec } = documented(
    prodWith((input) => {
      const { prometheus } = input.addOns.releases;
      prometheus.namespace = "watch";
      input.cluster.serviceCidr = "10.100.0.0/16";
    }),
  )(REFERENCE);
  expect(spec).toMatchObject({
    ingress: [{ from: [inNamespace("watch")] }, {}],
    egress: [{}, { to: [{ ipBlock: { cidr: "10.100.0.1/32" } }, ...CONTROL_PLANE] }],
  });
});
