import { dataPools } from "../../../config/derived/data-pools";
import type { Platform } from "../../../config/platform";
import { ADD_ONS } from "../../../config/sections/add-ons";
import { installedAddOns } from "../../../infra/add-ons/installed";
import {
  awayFromDataNodes,
  localVolumePools,
  onLocalVolumeNodes,
  spreadOverZones,
} from "../../../infra/add-ons/placement";
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
    expect(localVolumePools(platform)).toEqual([]);
  });

  it("says nothing of pools where no disks hold data: the API refuses an expression without values", () => {
    const platform = prodWith((input) => {
      delete input.nodePools["worker-kafka-v2"];
    });
    expect(dataPools(platform)).toEqual([]);
    expect(awayFromDataNodes(platform)).toEqual({});
  });

  it("has no place for pods that need local volumes where there are none", () => {
    const platform = prodWith((input) => {
      Object.assign(input.nodePools["worker-kafka-v2"] ?? {}, { localVolumes: false });
    });
    expect(() => onLocalVolumeNodes(platform)).toThrow(
      "vantage:nodePools: no pool has localVolumes, so there is no node for pods that need them; set localVolumes on a pool",
    );
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

/** What prod has a release of: its load balancers are ingress-nginx's. */
const PROD_ADD_ONS = ADD_ONS.filter((addOn) => addOn !== "aws-load-balancer-controller");

const installedNames = (platform: Platform) => installedAddOns(platform).map(([name]) => name);

describe("the installed add-ons", () => {
  it("are those of the stack file where a pool has local volumes", () => {
    expect(installedNames(prodPlatform())).toEqual(PROD_ADD_ONS);
  });

  it("leave out the provisioner where none has, though the stack file keeps its release", () => {
    const platform = prodWith((input) => {
      Object.assign(input.nodePools["worker-kafka-v2"] ?? {}, { localVolumes: false });
    });
    expect(platform.addOns.releases["local-static-provisioner"].namespace).toBe("local-storage");
    expect(installedNames(platform)).toEqual(PROD_ADD_ONS.filter((addOn) => addOn !== "local-static-provisioner"));
  });
});
