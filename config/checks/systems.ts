import type { Finding } from "../finding";
import { has, type Part, SYSTEMS, type SystemName } from "../parts";
import type { Platform } from "../platform";
import { ADD_ONS } from "../sections/add-ons";
import { check, ifThere } from "./check";

/** What belongs to a part, and why it can't do without. */
interface Belonging {
  readonly parts: readonly Part[];
  readonly why: string;
}

/**
 * What each part needs beside itself. Whatever else speaks of another part leaves that out with it: network policies admit a Prometheus that is there, and rules are about
 * what runs.
 */
export const NEEDED: Readonly<Partial<Record<Part, Belonging>>> = {
  redisOperator: {
    parts: ["redis", "addOns.cert-manager"],
    why: "its rights are those over the clusters' namespace, and cert-manager issues its webhook's certificate",
  },
  redis: { parts: ["redisOperator"], why: "nothing would look after the clusters" },
  kafka: { parts: ["addOns.strimzi-kafka-operator"], why: "nothing would make the brokers" },
  kafkaConnect: { parts: ["kafka", "schemaRegistry"], why: "the connectors copy its topics, in its schemas" },
  schemaRegistry: { parts: ["kafka"], why: "it keeps its schemas in a topic" },
  istio: { parts: ["addOns.metrics-server"], why: "its autoscalers ask it for their metrics" },
  workloads: { parts: ["addOns.metrics-server"], why: "its autoscalers ask it for their metrics" },
  maintenance: { parts: ["addOns.velero"], why: "the backups are its schedules" },
  alerts: {
    parts: [
      "contactPoints",
      "addOns.prometheus",
      "addOns.prometheus-node-exporter",
      "addOns.alertmanager",
      "addOns.grafana",
    ],
    why: "they measure, evaluate the alerts, send them on and show what they are about",
  },
  contactPoints: { parts: ["alerts"], why: "nothing would be sent there" },
  labMonitoring: { parts: ["shop", "clusterBackup"], why: "its objectives and alerts are the shop's" },
  shop: { parts: ["labMonitoring", "clusterBackup"], why: "nothing else measures it" },
  clusterBackup: { parts: ["labMonitoring", "shop"], why: "it exports the monitoring's configuration as well" },
  "addOns.prometheus": { parts: ["alerts"], why: "it mounts the rules, and serves at an address of that section" },
  "addOns.alertmanager": { parts: ["alerts"], why: "it serves at an address of that section" },
  "addOns.grafana": { parts: ["alerts"], why: "it serves at an address of that section, and shows its dashboards" },
};

const nameOf = (part: Part) =>
  part.startsWith("addOns.") ? `vantage:addOns.releases.${part.slice(7)}` : `vantage:${part}`;

const pathOf = (part: Part) => (part.startsWith("addOns.") ? ["addOns", "releases", part.slice(7)] : [part]);

const systems = Object.fromEntries(SYSTEMS.map((name) => [name, ifThere("entries")])) as {
  readonly [Name in SystemName]: { readonly ifThere: "entries" };
};

/** Systems that belong together are there together. */
export const neededSystems = check({ ...systems, addOns: ["releases"] }, (config) => {
  const platform = config as unknown as Platform;
  const all: readonly Part[] = [...SYSTEMS, ...ADD_ONS.map((name): Part => `addOns.${name}`)];
  return all
    .filter((part) => has(platform, part))
    .flatMap((part): Finding[] => {
      const { parts, why } = NEEDED[part] ?? { parts: [], why: "" };
      const missing = parts.filter((needed) => !has(platform, needed));
      return missing.length === 0
        ? []
        : [
            {
              path: pathOf(part),
              on: "key",
              given: `${nameOf(part)} without ${missing.map(nameOf).join(" and ")}`,
              allowed: `both or neither: ${why}`,
              mend: "add what is missing, or leave this out as well",
            },
          ];
    });
});

/** Node groups are resized by one autoscaler: Karpenter's own settings say when cluster-autoscaler goes. */
export const oneAutoscaler = check({ karpenter: "entries", clusterAutoscaler: "entries" }, () => [
  {
    path: ["clusterAutoscaler"],
    on: "key",
    given: "vantage:clusterAutoscaler beside vantage:karpenter",
    allowed: "one of the two: with Karpenter, vantage:karpenter.clusterAutoscaler has the settings",
    mend: "remove it, and set vantage:karpenter.clusterAutoscaler and vantage:karpenter.phase",
  },
]);

/** Pods get sidecars only where there is a mesh. */
export const injectionMesh = check({ namespaces: "entries", istio: ifThere("entries") }, ({ namespaces, istio }) =>
  istio !== undefined
    ? []
    : Object.entries(namespaces)
        .filter(([, { injection }]) => injection)
        .map(([name]) => ({
          path: ["namespaces", name, "injection"],
          given: "true, without vantage:istio",
          allowed: "false, or a mesh: nothing would add the sidecar",
          mend: "remove injection, or add vantage:istio",
        })),
);
