import type { Check } from "../../../config/checks/check";
import {
  repeatedAccess,
  repeatedDestinations,
  repeatedEndpoints,
  repeatedInstanceTypes,
  repeatedKafkaEntries,
  repeatedKarpenterEntries,
  repeatedPrefixes,
  repeatedZones,
} from "../../../config/checks/repeated-entries";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

type Row = [check: Check, change: (input: ProdInput) => unknown, path: string];

const ROWS: Row[] = [
  [repeatedKafkaEntries, ({ kafka }) => kafka.goals.push("RackAwareGoal"), "vantage:kafka.goals[11]"],
  [repeatedKafkaEntries, ({ kafka }) => kafka.consumerGroups.push("s3-archiver"), "vantage:kafka.consumerGroups[6]"],
  [
    repeatedKafkaEntries,
    ({ kafka }) => kafka.listeners.plainNamespaces.push("kafka-prod"),
    "vantage:kafka.listeners.plainNamespaces[6]",
  ],
  [repeatedZones, ({ network }) => network.zones.push("us-east-1a"), "vantage:network.zones[3]"],
  [repeatedEndpoints, ({ network }) => network.endpoints.push("s3"), "vantage:network.endpoints[8]"],
  [
    repeatedDestinations,
    ({ network }) => network.transitGateway?.destinations.push("10.0.0.0/11"),
    "vantage:network.transitGateway.destinations[1]",
  ],
  [repeatedAccess, ({ cluster }) => cluster.administrators.push("platform-infra"), "vantage:cluster.administrators[1]"],
  [
    repeatedAccess,
    ({ cluster }) => Object.assign(cluster, { publicAccessCidrs: ["192.0.2.0/24", "192.0.2.0/24"] }),
    "vantage:cluster.publicAccessCidrs[1]",
  ],
  [
    repeatedInstanceTypes,
    ({ nodePools }) => entry(nodePools, "worker-spot-v2").instanceTypes.push("m6i.2xlarge"),
    "vantage:nodePools.worker-spot-v2.instanceTypes[3]",
  ],
  [
    repeatedKarpenterEntries,
    ({ karpenter }) => entry(karpenter.nodePools, "memory-optimized").capacityTypes.push("on-demand"),
    "vantage:karpenter.nodePools.memory-optimized.capacityTypes[1]",
  ],
  [
    repeatedKarpenterEntries,
    ({ karpenter }) => entry(karpenter.nodePools, "memory-optimized").instanceTypes.push("r6i.xlarge"),
    "vantage:karpenter.nodePools.memory-optimized.instanceTypes[6]",
  ],
  [
    repeatedPrefixes,
    ({ storage }) => entry(storage.identities, "analytics").prefixes.push("daily/"),
    "vantage:storage.identities.analytics.prefixes[2]",
  ],
];

describe("repeated entries", () => {
  it("prod has none", () => {
    expect(ROWS.flatMap(([check]) => findingsAfter(check))).toEqual([]);
  });

  it.each(ROWS.map(([check, change, path]) => [path, check, change] as const))("%s is one", (path, check, change) => {
    expect(pathsAfter(check, (input) => void change(input))).toEqual([path]);
  });
});
