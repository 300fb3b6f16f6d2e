import { awayFromDataNodes, dataPools, onLocalVolumeNodes, spreadOverZones } from "../../../infra/add-ons/placement";
import { prodPlatform, prodWith } from "../prod-platform";

const required = (operator: string, values: string[]) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: "node.kubernetes.io/pool", operator, values }] }],
    },
  },
});

describe("placement", () => {
  it("keeps add-ons off the brokers' nodes, which carry no taint", () => {
    expect(dataPools(prodPlatform())).toEqual(["worker-kafka-v2"]);
    expect(awayFromDataNodes(prodPlatform())).toEqual(required("NotIn", ["worker-kafka-v2"]));
  });

  it("counts a managed pool with local volumes among the nodes with data", () => {
    const platform = prodWith((input) => {
      Object.assign(input.nodePools["worker-memory-v3"] ?? {}, { localVolumes: true });
    });
    expect(dataPools(platform)).toEqual(["worker-kafka-v2", "worker-memory-v3"]);
    expect(onLocalVolumeNodes(platform)).toEqual(required("In", ["worker-kafka-v2", "worker-memory-v3"]));
  });

  it("doesn't take a self-managed pool without local volumes for one with", () => {
    const platform = prodWith((input) => {
      Object.assign(input.nodePools["worker-kafka-v2"] ?? {}, { localVolumes: false });
    });
    expect(dataPools(platform)).toEqual(["worker-kafka-v2"]);
    expect(onLocalVolumeNodes(platform)).toEqual(required("In", []));
  });

  it("spreads over zones without insisting", () => {
    expect(spreadOverZones({ app: "x" })).toEqual([
      {
        maxSkew: 1,
        topologyKey: "topology.kubernetes.io/zone",
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: { app: "x" } },
      },
    ]);
  });
});
