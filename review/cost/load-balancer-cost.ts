import { istioComponents, istioOperators } from "../../charts/checks/istio-components";
import { mappingAt, textAt } from "../../charts/checks/object-readers";
import { referenceOf, referenceText, valueAt } from "../../charts/kube-object";
import { type Resource, resourceText } from "../../policies/resource";
import { ifShown } from "../../policies/shown";
import type { PlanIndex } from "../plan-index";
import { always } from "../range";
import { byUse, charge, pricedOr } from "./charge";
import { type Priced, together, unpriced } from "./cost-line";

const WHAT = "load balancer";
const HELM_RELEASE = "kubernetes:helm.sh/v3:Release";
const SUBNET = "aws:ec2/subnet:Subnet";
const ANNOTATION = "service.beta.kubernetes.io/aws-load-balancer-";

/** Tag of the subnets in which public load balancers stand. Source: Amazon EKS user guide, "Route TCP and UDP traffic with Network Load Balancers". */
const PUBLIC_SUBNET_TAG = "kubernetes.io/role/elb";

/**
 * Charts with a Service of type LoadBalancer unless their values say otherwise, and where those describe it.
 *
 * Source: kubernetes/ingress-nginx, charts/ingress-nginx/values.yaml, controller.service.type.
 */
const CHARTS_WITH_ONE: Readonly<Record<string, readonly string[]>> = { "ingress-nginx": ["controller", "service"] };

/** A Service that the cloud provider makes a load balancer for. */
interface Balanced {
  readonly resource: string;
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** What the load balancers cost that Kubernetes makes for Services: the plan has none of them, but what they are made from. */
export function loadBalancerCost(plan: PlanIndex): Priced {
  const charts = plan
    .ofType(HELM_RELEASE)
    .map((release) =>
      pricedOr(resourceText(release), WHAT, () => together(ofRelease(release).map((one) => costOf(one, plan)))),
    );
  return together([...[...services(plan), ...gateways(plan)].map((one) => costOf(one, plan)), ...charts]);
}

function services({ objects }: PlanIndex): readonly Balanced[] {
  return objects
    .filter((object) => object.kind === "Service" && textAt(object, ["spec", "type"]) === "LoadBalancer")
    .map((object) => ({
      resource: referenceText(referenceOf(object)),
      annotations: mappingAt(object, ["metadata", "annotations"]),
    }));
}

/** The gateways of Istio that are reached from outside. Source: istio 1.22.4, manifests/profiles/default.yaml: only gateways for ingress are LoadBalancers. */
function gateways({ objects }: PlanIndex): readonly Balanced[] {
  return istioOperators(objects)
    .flatMap(istioComponents)
    .filter(({ path }) => path.includes("ingressGateways"))
    .flatMap(({ operator, path }) => {
      const at = (...keys: readonly string[]) => [...path, "k8s", ...keys];
      if ((textAt(operator, at("service", "type")) || "LoadBalancer") !== "LoadBalancer") return [];
      const name = textAt(operator, [...path, "name"]);
      const resource = `${referenceText(referenceOf(operator))}: ${name}`;
      return [{ resource, annotations: mappingAt(operator, at("serviceAnnotations")) }];
    });
}

function ofRelease(release: Resource): readonly Balanced[] {
  const path = CHARTS_WITH_ONE[textAt(release.inputs, ["chart"])];
  if (path === undefined) return [];
  const service = mappingAt(release.inputs, ["values", ...path]);
  if ((textAt(service, ["type"]) || "LoadBalancer") !== "LoadBalancer") return [];
  return [{ resource: resourceText(release), annotations: mappingAt(service, ["annotations"]) }];
}

function costOf({ resource, annotations }: Balanced, plan: PlanIndex): Priced {
  const region = plan.regionOf();
  const annotation = (name: string) => String(annotations[`${ANNOTATION}${name}`] ?? "");
  const isNetwork = ["nlb", "nlb-ip", "external"].includes(annotation("type"));
  const isInternal = annotation("internal") === "true" || annotation("scheme") === "internal";
  const zones = publicZones(plan);
  const address = "load balancer: public IPv4 addresses";
  return together([
    charge({
      what: WHAT,
      resource,
      region,
      service: isNetwork ? "networkLoadBalancer" : "classicLoadBalancer",
      amount: always(1),
      assumption: `one ${isNetwork ? "network" : "classic"} load balancer, ${isInternal ? "internal" : "public"}`,
    }),
    byUse(resource, "load balancer: traffic", region, [
      isNetwork ? "networkLoadBalancerCapacity" : "classicLoadBalancerData",
    ]),
    ...(isInternal
      ? []
      : zones === 0
        ? [unpriced(resource, address, "the plan doesn't tell the zones of the public subnets")]
        : [
            charge({
              what: address,
              resource,
              region,
              service: "publicIpv4",
              amount: always(zones),
              assumption: `one in each of ${zones} zones`,
            }),
          ]),
  ]);
}

function publicZones(plan: PlanIndex): number {
  const zones = plan
    .ofType(SUBNET)
    .filter(({ inputs }) => ifShown(() => valueAt(inputs, ["tags", PUBLIC_SUBNET_TAG])) !== undefined)
    .map(({ inputs }) => ifShown(() => textAt(inputs, ["availabilityZone"])) ?? "");
  return new Set(zones.filter((zone) => zone !== "")).size;
}
