import type { Difference } from "../../diff/compare";
import { noneLeft } from "../amounts";
import type { FieldRow, TypeRows } from "../row";
import { LOAD_BALANCER, takesOtherBalancer } from "./load-balancers";

const OPERATOR = 'Istio 1.22, "IstioOperator Options"';
const ROLLS = "istioctl applies it: pods of the component are replaced one after the other";

/** What changes of the mesh and its routes do. */
export const ISTIO_ROWS: readonly TypeRows[] = [
  {
    of: ["security.istio.io/"],
    added: [
      {
        class: "in place",
        reason: "sidecars let calls through or refuse them by it from then on",
        source: 'Istio 1.22, "Authorization Policy"',
      },
    ],
    removed: [
      {
        class: "in place",
        reason: "calls that only it refused, or let through, no longer are",
        source: 'Istio 1.22, "Authorization Policy"',
      },
    ],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "sidecars take it over within seconds, without a restart",
        source: 'Istio 1.22, "Authorization Policy"',
      },
    ],
  },
  {
    of: ["networking.istio.io/"],
    removed: [
      {
        class: "replacement",
        reason: "calls go as if it had never been: what only it led somewhere reaches nothing",
        source: 'Istio 1.22, "Traffic Management"',
      },
    ],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "sidecars and gateways take it over within seconds, without a restart",
        source: 'Istio 1.22, "Traffic Management"',
      },
    ],
  },
  {
    of: ["install.istio.io/IstioOperator"],
    removed: [
      {
        class: "replacement",
        reason: "istioctl removes the mesh: gateways are gone, and sidecars get no more certificates",
        source: OPERATOR,
      },
    ],
    fields: [
      ...["ingressGateways", "egressGateways"].flatMap(gatewayRows),
      {
        path: ["spec", "components", "*", "k8s", "serviceAnnotations"],
        when: takesOtherBalancer,
        class: "replacement",
        reason: "the gateway takes another load balancer, with another address",
        source: LOAD_BALANCER,
      },
      {
        path: ["spec", "components", "*", "k8s", "serviceAnnotations"],
        class: "in place",
        reason: "the gateway's load balancer changes while it runs",
        source: LOAD_BALANCER,
      },
      {
        path: ["spec", "components", "*", "k8s", "replicaCount"],
        when: noneLeft,
        class: "replacement",
        reason: "all pods of the component are ended: what they served is gone until there are some again",
        source: OPERATOR,
      },
      ...["replicaCount", "hpaSpec", "podDisruptionBudget"].map((field) => ({
        path: ["spec", "components", "*", "k8s", field],
        class: "in place" as const,
        reason: "pods of the component come or go; the others go on",
        source: OPERATOR,
      })),
      {
        path: ["spec", "components", "*", "enabled"],
        when: ({ after }) => after === false,
        class: "replacement",
        reason: "istioctl removes the component",
        source: OPERATOR,
      },
      {
        path: ["spec", "components", "cni"],
        class: "rolling",
        reason: "istioctl applies it: the CNI plugin's pods are replaced node by node",
        source: OPERATOR,
      },
      { path: ["spec", "components"], class: "rolling", reason: ROLLS, source: OPERATOR },
      {
        path: ["spec", "meshConfig", "defaultConfig"],
        class: "in place",
        reason: "pods that run keep their sidecars as they are; it counts for those that start from now on",
        source: 'Istio 1.22, "Global Mesh Options"',
      },
      {
        path: ["spec", "meshConfig"],
        class: "in place",
        reason: "istiod hands it to sidecars and gateways while they run",
        source: 'Istio 1.22, "Global Mesh Options"',
      },
      {
        path: ["spec"],
        class: "rolling",
        reason:
          "istioctl applies it: pods of istiod and the gateways are replaced one after the other; sidecars change when their pods start anew",
        source: OPERATOR,
      },
    ],
  },
];

/** Gateways that come or go as a whole. */
function gatewayRows(list: string): readonly FieldRow[] {
  return [
    {
      path: ["spec", "components", list],
      when: (change) => isGateway(change) && change.after === undefined,
      class: "replacement",
      reason: "istioctl removes the gateway with its load balancer: what came in, or went out, by it reaches nothing",
      source: OPERATOR,
    },
    {
      path: ["spec", "components", list],
      when: (change) => isGateway(change) && change.before === undefined,
      class: "in place",
      reason: "istioctl makes the gateway; those that exist go on",
      source: OPERATOR,
      final: true,
    },
  ];
}

/** Whether a change is of a gateway as a whole, and not of one of its fields. */
function isGateway({ path }: Difference): boolean {
  return typeof path.at(-1) === "object" && path.length === 4;
}
