import { serviceExposure } from "../../../../policies/rules/workloads/service-exposure";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { service } from "./workload-objects";

const INTERNAL = "service.beta.kubernetes.io/aws-load-balancer-internal";
const operator = () => ({
  apiVersion: "install.istio.io/v1alpha1",
  kind: "IstioOperator",
  metadata: { name: "mesh", namespace: "istio-system" },
  spec: {
    components: {
      egressGateways: [{ name: "out", enabled: true }],
      ingressGateways: [{ name: "in", enabled: true, k8s: { serviceAnnotations: { [INTERNAL]: "true" } } }],
    },
  },
});
const gatewayIn = (things: Parameters<typeof objectNamed>[0]) =>
  objectNamed(things, "mesh").spec.components.ingressGateways[0];
const SERVICE = "Service shop/web-http: spec";
const GATEWAY = "install.istio.io/IstioOperator istio-system/mesh: spec.components.ingressGateways[0].k8s.service.type";
const OPEN = "is LoadBalancer, and no annotation makes it internal";

describeRule(serviceExposure, {
  good: () => ({ objects: [service(), operator()] }),
  holds: [
    [
      "a load balancer of the VPC",
      (things) => {
        const found = objectNamed(things, "web-http");
        found.spec.type = "LoadBalancer";
        found.metadata.annotations = { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" };
      },
    ],
    [
      "a gateway without a load balancer",
      (things) => {
        gatewayIn(things).k8s = { service: { type: "ClusterIP" } };
      },
    ],
    ["a gateway that isn't installed", (things) => Object.assign(gatewayIn(things), { enabled: false, k8s: {} })],
  ],
  breaks: [
    [
      "a port of every node",
      (things) => Object.assign(objectNamed(things, "web-http").spec, { type: "NodePort" }),
      [`${SERVICE}.type: is NodePort; ClusterIP, or LoadBalancer within the VPC`],
    ],
    [
      "a load balancer to the internet",
      (things) => Object.assign(objectNamed(things, "web-http").spec, { type: "LoadBalancer" }),
      [`${SERVICE}.type: ${OPEN}`],
    ],
    [
      "a load balancer that says so",
      (things) => {
        const found = objectNamed(things, "web-http");
        found.spec.type = "LoadBalancer";
        found.metadata.annotations = { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing" };
      },
      [`${SERVICE}.type: ${OPEN}`],
    ],
    [
      "an address of somebody else",
      (things) => Object.assign(objectNamed(things, "web-http").spec, { externalIPs: ["192.0.2.7"] }),
      [`${SERVICE}.externalIPs: is 192.0.2.7; none may be taken`],
    ],
    [
      "a gateway of the mesh, which is a load balancer unless it says otherwise",
      (things) => delete gatewayIn(things).k8s.serviceAnnotations,
      [`${GATEWAY}: ${OPEN}`],
    ],
  ],
});
