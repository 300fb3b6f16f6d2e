import { redisAccess } from "../../../../policies/rules/redis/redis-access";
import { type Changeable, objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { CONTAINER, configured, SERVER, server } from "./redis-objects";

const OPEN = `${SERVER}: ${CONTAINER}: protected-mode is no and there is no password`;
const admits = (index: number) =>
  `${OPEN}; spec.ingress[${index}] of networking.k8s.io/NetworkPolicy cache/wall admits everybody to port 6379`;
const ingress = (things: Things): Changeable[] => objectNamed(things, "wall").spec.ingress;

describeRule(redisAccess, {
  good: () => ({
    objects: [
      ...server(["protected-mode no"]),
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: { name: "wall", namespace: "cache" },
        spec: {
          podSelector: { matchLabels: { app: "sessions" } },
          policyTypes: ["Ingress"],
          ingress: [
            {
              from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "shop" } } }],
              ports: [{ port: 6379 }],
            },
          ],
        },
      },
    ],
  }),
  holds: [
    ["a rule for everybody about another port", (things) => ingress(things).push({ ports: [{ port: 9121 }] })],
    ["a policy that admits nobody", (things) => ingress(things).splice(0)],
    [
      "pods of the server's own namespace",
      (things) => {
        Object.assign(ingress(things)[0] ?? {}, { from: [{ podSelector: {} }] });
      },
    ],
    [
      "a password without a policy",
      (things) => {
        configured("protected-mode no", "requirepass secret")(things);
        things.objects.pop();
      },
    ],
    [
      "protected mode without a policy, in which strangers get no answer",
      (things) => {
        configured("port 6379")(things);
        things.objects.pop();
      },
    ],
  ],
  breaks: [
    ["no policy", (things) => things.objects.pop(), [`${OPEN}; no NetworkPolicy limits who reaches these pods`]],
    [
      "a password of no letters, without a policy",
      (things) => {
        configured("protected-mode no", 'requirepass ""')(things);
        things.objects.pop();
      },
      [`${OPEN}; no NetworkPolicy limits who reaches these pods`],
    ],
    [
      "a policy of other pods",
      (things) => {
        objectNamed(things, "wall").spec.podSelector.matchLabels.app = "shop";
      },
      [`${OPEN}; no NetworkPolicy limits who reaches these pods`],
    ],
    [
      "a policy of another namespace",
      (things) => {
        objectNamed(things, "wall").metadata.namespace = "shop";
      },
      [`${OPEN}; no NetworkPolicy limits who reaches these pods`],
    ],
    [
      "a policy of what the pods reach",
      (things) => {
        objectNamed(things, "wall").spec.policyTypes = ["Egress"];
      },
      [`${OPEN}; no NetworkPolicy limits who reaches these pods`],
    ],
    ["a rule without peers", (things) => ingress(things).push({}), [admits(1)]],
    [
      "a rule of every namespace, by the port's name",
      (things) => ingress(things).push({ from: [{ namespaceSelector: {} }], ports: [{ port: "redis" }] }),
      [admits(1)],
    ],
    [
      "a rule of every address, for a range of ports",
      (things) =>
        ingress(things).push({ from: [{ ipBlock: { cidr: "0.0.0.0/0" } }], ports: [{ port: 6000, endPort: 7000 }] }),
      [admits(1)],
    ],
  ],
});
