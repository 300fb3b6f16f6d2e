import type { PlannedResource } from "../../../policies/resource";
import { loadBalancerCost } from "../../../review/cost/load-balancer-cost";
import { PlanIndex } from "../../../review/plan-index";
import { resource } from "../../policies/estate-fixture";
import { planned, provider } from "../plan-fixture";

const KEY = "service.beta.kubernetes.io/aws-load-balancer-";

function costs(...resources: readonly PlannedResource[]) {
  const { lines, notPriced } = loadBalancerCost(new PlanIndex([provider(), ...resources]));
  return {
    lines: lines.map(({ resource: of, what, typical, assumption }) => [of, what, typical, assumption.split(";")[0]]),
    notPriced: notPriced.map(({ what, reason }) => [what, reason]),
  };
}

const service = (type: string, annotations: Readonly<Record<string, string>> = {}) =>
  planned("core/v1:Service", {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "front", namespace: "web", annotations },
    spec: { type },
  });

const publicSubnet = (zone: string, tag = "kubernetes.io/role/elb") =>
  resource("aws:ec2/subnet:Subnet", `${zone} ${tag}`, { availabilityZone: zone, tags: { [tag]: "1" } });

const release = (chart: string, values: unknown) => resource("kubernetes:helm.sh/v3:Release", "r", { chart, values });

const istio = (gateway: Readonly<Record<string, unknown>>, list = "ingressGateways") =>
  planned("install.istio.io/v1alpha1:IstioOperator", {
    apiVersion: "install.istio.io/v1alpha1",
    kind: "IstioOperator",
    metadata: { name: "mesh", namespace: "istio-system" },
    spec: { components: { [list]: [{ name: "gateway", ...gateway }] } },
  });

const INTERNAL = { [`${KEY}type`]: "nlb", [`${KEY}internal`]: "true" };
const TRAFFIC = ["load balancer: traffic", "depends on use; 0.006 USD/LCU-hour"];

describe("a load balancer", () => {
  it("is made for a Service of that type, and for no other", () => {
    expect(costs(service("LoadBalancer", INTERNAL))).toEqual({
      lines: [["Service web/front", "load balancer", 16.43, "one network load balancer, internal"]],
      notPriced: [TRAFFIC],
    });
    expect(costs(service("ClusterIP", INTERNAL))).toEqual({ lines: [], notPriced: [] });
  });

  it("is a classic one unless it is told otherwise", () => {
    expect(costs(service("LoadBalancer", { [`${KEY}internal`]: "true" }))).toEqual({
      lines: [["Service web/front", "load balancer", 18.25, "one classic load balancer, internal"]],
      notPriced: [["load balancer: traffic", "depends on use; 0.008 USD/GB"]],
    });
  });

  it("has a public address in each zone with a public subnet unless it is internal", () => {
    const subnets = ["zone-a", "zone-b", "zone-b"].map((zone) => publicSubnet(zone));
    const found = costs(
      service("LoadBalancer", { [`${KEY}type`]: "external" }),
      ...subnets,
      publicSubnet("zone-c", "kubernetes.io/role/internal-elb"),
    );
    expect(found.lines).toEqual([
      ["Service web/front", "load balancer", 16.43, "one network load balancer, public"],
      ["Service web/front", "load balancer: public IPv4 addresses", 7.3, "one in each of 2 zones"],
    ]);
    expect(costs(service("LoadBalancer", { [`${KEY}type`]: "nlb" })).notPriced).toEqual([
      TRAFFIC,
      ["load balancer: public IPv4 addresses", "the plan doesn't tell the zones of the public subnets"],
    ]);
  });

  it("is made for Istio's gateways into the mesh, not for those out of it", () => {
    const k8s = { serviceAnnotations: INTERNAL };
    expect(costs(istio({ k8s })).lines).toEqual([
      [
        "install.istio.io/IstioOperator istio-system/mesh: gateway",
        "load balancer",
        16.43,
        "one network load balancer, internal",
      ],
    ]);
    expect(costs(istio({ k8s }, "egressGateways")).lines).toEqual([]);
    expect(costs(istio({ enabled: false, k8s })).lines).toEqual([]);
    expect(costs(istio({ k8s: { ...k8s, service: { type: "NodePort" } } })).lines).toEqual([]);
  });

  it("is made for the chart of the ingress controller, unless its values say otherwise", () => {
    const values = (more: Readonly<Record<string, unknown>>) => ({
      controller: { service: { annotations: INTERNAL, ...more } },
    });
    expect(costs(release("ingress-nginx", values({}))).lines).toEqual([
      ["kubernetes:helm.sh/v3:Release r", "load balancer", 16.43, "one network load balancer, internal"],
    ]);
    expect(costs(release("ingress-nginx", values({ type: "NodePort" }))).lines).toEqual([]);
    expect(costs(release("grafana", values({}))).lines).toEqual([]);
    expect(costs(release("ingress-nginx", "[unknown]")).notPriced).toEqual([
      ["load balancer", "values is unknown before it is created"],
    ]);
  });
});
