import type { ConfigPath } from "../config-path";
import type { Finding } from "../finding";
import { check } from "./check";

function repeated(path: ConfigPath, entries: readonly { toString(): string }[]): Finding[] {
  const texts = entries.map(String);
  return texts.flatMap((text, index) =>
    texts.indexOf(text) === index
      ? []
      : [
          {
            path: [...path, index],
            given: `${text} again`,
            allowed: "each entry once",
            mend: "remove this one",
          },
        ],
  );
}

/** Lists of the network name nothing twice. */
export const repeatedZones = check({ network: ["zones"] }, ({ network: { zones } }) =>
  repeated(["network", "zones"], zones),
);

/** No endpoint is asked for twice. */
export const repeatedEndpoints = check({ network: ["endpoints"] }, ({ network: { endpoints } }) =>
  repeated(["network", "endpoints"], endpoints),
);

/** No destination is routed to the transit gateway twice. */
export const repeatedDestinations = check({ network: ["transitGateway"] }, ({ network: { transitGateway } }) =>
  repeated(["network", "transitGateway", "destinations"], transitGateway?.destinations ?? []),
);

/** No role has two access entries, which EKS refuses, and no block is admitted twice. */
export const repeatedAccess = check({ cluster: ["administrators", "publicAccessCidrs"] }, ({ cluster }) => [
  ...repeated(["cluster", "administrators"], cluster.administrators),
  ...repeated(["cluster", "publicAccessCidrs"], cluster.publicAccessCidrs),
]);

/** No instance type stands twice in a pool: EKS and Karpenter refuse that. */
export const repeatedInstanceTypes = check({ nodePools: "entries" }, ({ nodePools }) =>
  Object.entries(nodePools).flatMap(([pool, { instanceTypes }]) =>
    repeated(["nodePools", pool, "instanceTypes"], instanceTypes),
  ),
);

/** The same for Karpenter's pools, and for their purchase options. */
export const repeatedKarpenterEntries = check({ karpenter: ["nodePools"] }, ({ karpenter: { nodePools } }) =>
  Object.entries(nodePools).flatMap(([pool, { instanceTypes, capacityTypes }]) => [
    ...repeated(["karpenter", "nodePools", pool, "instanceTypes"], instanceTypes),
    ...repeated(["karpenter", "nodePools", pool, "capacityTypes"], capacityTypes),
  ]),
);

/** No identity is given a prefix twice. */
export const repeatedPrefixes = check({ storage: ["identities"] }, ({ storage: { identities } }) =>
  Object.entries(identities).flatMap(([name, { prefixes }]) =>
    repeated(["storage", "identities", name, "prefixes"], prefixes),
  ),
);

/** No goal, consumer group or namespace of Kafka stands twice: the order of goals is their rank. */
export const repeatedKafkaEntries = check(
  { kafka: ["goals", "consumerGroups", "listeners"] },
  ({ kafka: { goals, consumerGroups, listeners } }) => [
    ...repeated(["kafka", "goals"], goals),
    ...repeated(["kafka", "consumerGroups"], consumerGroups),
    ...repeated(["kafka", "listeners", "plainNamespaces"], listeners.plainNamespaces),
  ],
);

/** No topic, table or client of the connectors and the registry stands twice. */
export const repeatedConnectEntries = check(
  { kafkaConnect: ["s3Sinks", "jdbcSources", "elasticsearchSinks"], schemaRegistry: ["clientNamespaces"] },
  ({ kafkaConnect: { s3Sinks, jdbcSources, elasticsearchSinks }, schemaRegistry }) => [
    ...Object.entries(s3Sinks).flatMap(([name, { topics }]) =>
      repeated(["kafkaConnect", "s3Sinks", name, "topics"], topics),
    ),
    ...Object.entries(jdbcSources).flatMap(([name, { tables }]) =>
      repeated(["kafkaConnect", "jdbcSources", name, "tables"], tables),
    ),
    ...Object.entries(elasticsearchSinks).flatMap(([name, { topics }]) =>
      repeated(["kafkaConnect", "elasticsearchSinks", name, "topics"], topics),
    ),
    ...repeated(["schemaRegistry", "clientNamespaces"], schemaRegistry.clientNamespaces),
  ],
);
