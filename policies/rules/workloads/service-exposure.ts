import { istioComponents, istioOperators } from "../../../charts/checks/istio-components";
import { listAt, mappingAt, textAt } from "../../../charts/checks/object-readers";
import { type KubeObject, referenceOf } from "../../../charts/kube-object";
import { anyObjectRule } from "../../any-object-rule";
import { type Problem, problem } from "../../rule";

type Path = readonly (string | number)[];

/** What makes a load balancer of AWS one of the VPC's own. Source: AWS Load Balancer Controller, Service annotations; Kubernetes 1.29, cloud-provider-aws */
const INTERNAL: Readonly<Record<string, string>> = {
  "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal",
  "service.beta.kubernetes.io/aws-load-balancer-internal": "true",
};

/** Nothing is opened to the outside by a Service. Where a Helm chart makes one, its values are not seen here. */
export const serviceExposure = anyObjectRule(
  {
    id: "service-exposure",
    title: "Services open no port of the nodes and no load balancer to the internet",
    severity: "high",
    enforcement: "mandatory",
    why: "The program behind it would answer anybody, past the ingress and what that checks, logs and limits.",
    remediation:
      "Use ClusterIP and an Ingress, or annotate the Service with service.beta.kubernetes.io/aws-load-balancer-scheme: internal.",
    link: "https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer",
  },
  {
    appliesTo: ["/Service", "install.istio.io/IstioOperator"],
    check: (object) => {
      if (object.kind === "Service" && referenceOf(object).group === "") {
        return [
          ...judge(["spec", "type"], textAt(object, ["spec", "type"]), mappingAt(object, ["metadata", "annotations"])),
          ...foreignAddresses(object),
        ];
      }
      const [operator] = istioOperators([object]);
      return operator === undefined ? undefined : gateways(operator);
    },
  },
);

function judge(path: Path, type: string, annotations: Readonly<Record<string, unknown>>): readonly Problem[] {
  if (type === "NodePort") return [problem(path, "is NodePort; ClusterIP, or LoadBalancer within the VPC")];
  const internal = Object.entries(INTERNAL).some(([key, value]) => annotations[key] === value);
  return type !== "LoadBalancer" || internal
    ? []
    : [problem(path, "is LoadBalancer, and no annotation makes it internal")];
}

/** Addresses that a Service takes for itself: traffic to them from within the cluster ends at its pods (CVE-2020-8554). */
function foreignAddresses(service: KubeObject): readonly Problem[] {
  const path = ["spec", "externalIPs"];
  const addresses = listAt(service, path);
  return addresses.length === 0 ? [] : [problem(path, `is ${addresses.join(", ")}; none may be taken`)];
}

/** The Services that istioctl makes for gateways: load balancers, unless the operator says otherwise, for what comes in. */
function gateways(operator: KubeObject): readonly Problem[] {
  return istioComponents(operator)
    .filter(({ path }) => path.includes("ingressGateways"))
    .flatMap(({ path, values }) => {
      const service = [...path, "k8s", "service"];
      const annotations = {
        ...mappingAt(operator, ["spec", "values", ...values, "serviceAnnotations"]),
        ...mappingAt(operator, [...path, "k8s", "serviceAnnotations"]),
      };
      const type =
        textAt(operator, [...service, "type"]) ||
        textAt(operator, ["spec", "values", ...values, "type"]) ||
        "LoadBalancer";
      return judge([...service, "type"], type, annotations);
    });
}
