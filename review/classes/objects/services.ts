import type { TypeRows } from "../row";
import { LOAD_BALANCER, takesOtherBalancer } from "./load-balancers";

const SERVICE = 'Kubernetes, "Service"';

/** What changes of services and of the network between pods do. */
export const SERVICE_ROWS: readonly TypeRows[] = [
  {
    of: ["Service"],
    removed: [
      { class: "replacement", reason: "its name and its address are gone: clients reach nothing", source: SERVICE },
    ],
    fields: [
      {
        path: ["metadata", "annotations"],
        when: takesOtherBalancer,
        class: "replacement",
        reason: "it takes another load balancer, with another address",
        source: LOAD_BALANCER,
      },
      {
        path: ["spec", "selector"],
        class: "in place",
        reason: "traffic goes to the other pods from then on",
        source: SERVICE,
      },
      {
        path: ["spec", "ports"],
        when: ({ after, order }) => after === undefined && order === undefined,
        class: "replacement",
        reason: "clients of this port reach nothing from then on",
        source: SERVICE,
      },
      {
        path: ["spec", "ports"],
        class: "in place",
        reason: "traffic goes by the new ports from then on",
        source: SERVICE,
      },
    ],
  },
  {
    of: ["networking.k8s.io/NetworkPolicy"],
    added: [
      {
        class: "in place",
        reason: "the pods that it selects lose every connection that no policy names",
        source: 'Kubernetes, "Network Policies"',
      },
    ],
    removed: [
      {
        class: "in place",
        reason: "the pods that it selected may be reached by, and may reach, whatever no other policy shuts out",
        source: 'Kubernetes, "Network Policies"',
      },
    ],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "connections are let through or refused by the new rules from then on",
        source: 'Kubernetes, "Network Policies"',
      },
    ],
  },
  {
    of: ["networking.k8s.io/Ingress", "gateway.networking.k8s.io/"],
    removed: [
      { class: "replacement", reason: "what came in by it reaches nothing any more", source: 'Kubernetes, "Ingress"' },
    ],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "the controller takes it over while connections go on",
        source: 'Kubernetes, "Ingress"',
      },
    ],
  },
];
