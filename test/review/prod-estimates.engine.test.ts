import { readFileSync } from "node:fs";
import { join } from "node:path";
import { podAddressCapacity } from "../../config/address-capacity";
import { manifestsIn } from "../../policies/manifests";
import { NODE_GROUP } from "../../policies/node-groups";
import type { PlannedResource } from "../../policies/resource";
import { type Capacity, capacityOf } from "../../review/capacity/capacity";
import type { PodTotals } from "../../review/capacity/pod-totals";
import { costDelta } from "../../review/cost/cost-delta";
import { type MonthlyCost, monthlyCost } from "../../review/cost/monthly-cost";
import type { Range } from "../../review/range";
import { plan, planPath } from "../../sandbox/commands/plan";
import { REPOSITORY } from "../../sandbox/vantage-project";
import { prodPlatform } from "../infra/prod-platform";
import { copyOf, TODAY } from "../policies/estate-fixture";
import { recordingTerminal } from "../sandbox/engine/recording-terminal";
import { PROD, type ProdCopy, prodCopy } from "../sandbox/prod/prod-copy";

let prod: ProdCopy;
let resources: readonly PlannedResource[];
let cost: MonthlyCost;
let capacity: Capacity;
beforeAll(async () => {
  prod = prodCopy();
  const { policyPack: _, ...project } = prod;
  expect(await plan(project, PROD, recordingTerminal())).toBe(0);
  resources = JSON.parse(readFileSync(planPath(project, PROD), "utf8")).resources;
  cost = monthlyCost(resources, TODAY);
  capacity = capacityOf(resources, manifestsIn(join(REPOSITORY, "manifests", PROD)));
});
afterAll(() => prod.remove());

const text = ({ minimum, typical, maximum }: Range) => `${minimum}/${typical}/${maximum}`;
const texts = ({ pods, cpuMilli, memoryGib }: PodTotals) => [text(pods), text(cpuMilli), text(memoryGib)];
const linesOf = (what: string) =>
  Object.fromEntries(
    cost.lines.filter((line) => line.what === what).map((line) => [line.resource.split(/[ /]/).at(-1), text(line)]),
  );

describe("what prod costs", () => {
  it("is most of all its instances", () => {
    expect(linesOf("instances")).toEqual({
      // 12, 18 and 40 × m6i.4xlarge at 0.768 USD × 730 hours.
      "nodes-worker-general-v5": "6727.68/10091.52/22425.6",
      // 4, 7 and 16 × r6i.2xlarge at 0.504 USD.
      "nodes-worker-memory-v3": "1471.68/2575.44/5886.72",
      // 11 × m6i.2xlarge at 0.384 USD less 68%; 30 at all of it.
      "nodes-worker-spot-v2": "0/986.73/8409.6",
      // 5 × i3en.2xlarge at 0.904 USD.
      "nodes-worker-kafka-v2": "3299.6/3299.6/3299.6",
      // 125 × m7i.xlarge at 0.2016 USD.
      "default-nodepool": "0/0/18396",
      // 50 × r7i.xlarge at 0.2646 USD.
      "memory-optimized": "0/0/9657.9",
    });
  });

  it("is beside them what is there in any case", () => {
    expect(linesOf("control plane")).toEqual({ "cluster-eks-eksCluster": "438/438/438" });
    expect(Object.values(linesOf("NAT gateway"))).toEqual(Array(3).fill("32.85/32.85/32.85"));
    expect(Object.values(linesOf("interface endpoint"))).toEqual(Array(8).fill("21.9/21.9/21.9"));
    expect(Object.values(linesOf("key"))).toEqual(Array(3).fill("1/1/3"));
    expect(Object.values(linesOf("load balancer"))).toEqual(Array(2).fill("16.43/16.43/16.43"));
    expect(linesOf("load balancer: public IPv4 addresses")).toEqual({ "add-ons-ingress-nginx": "10.95/10.95/10.95" });
    expect(linesOf("volume of server.persistentVolume")).toEqual({ "add-ons-prometheus": "40/40/40" });
    // 12 Redis servers with 80 GiB each at 0.08 USD.
    const claims = cost.lines.filter(({ what }) => what === "volumes of claim data");
    expect(Math.round(claims.reduce((sum, { typical }) => sum + typical, 0) * 100)).toBe(7_680);
    expect(text(cost.total)).toBe("12802.75/18619.08/73452.21");
  });

  it("has nothing that nobody has looked at, and no type without a price", () => {
    expect(cost.notPriced.filter(({ reason }) => !reason.startsWith("depends on use"))).toEqual([]);
    expect(new Set(cost.notPriced.map(({ what }) => what))).toEqual(
      new Set([
        "NAT gateway: data",
        "data between zones and out of the region",
        "flow logs, before they are stored",
        "interface endpoint: data",
        "key: requests",
        "load balancer: traffic",
        "logs",
        "objects, requests to them and older versions",
        "requests",
        "snapshots of volumes, and the backups in the bucket",
        "transit gateway attachment: data",
      ]),
    );
  });

  it("changes with a group's size, and with nothing else", () => {
    const changed = copyOf(resources);
    const group = changed.resources.find(({ type, name }) => type === NODE_GROUP && name === "nodes-worker-general-v5");
    if (group !== undefined) group.inputs.scalingConfig.desiredSize = 20;
    const { lines, total } = costDelta(cost, monthlyCost(changed.resources, TODAY));
    expect(lines.map(({ what, change }) => [what, text(change)])).toEqual([
      ["instances", "0/1121.28/0"],
      ["root volumes", "0/32/0"],
      ["detailed monitoring", "0/4.2/0"],
    ]);
    expect(text(total.change)).toBe("0/1157.48/0");
  });
});

describe("what prod has room for", () => {
  it("is the documented 41 nodes to begin with", () => {
    expect(text(capacity.total.nodes)).toBe("21/41/266");
    expect(
      capacity.pools.map(({ pool, nodes, vcpu, memoryGib }) => [pool, text(nodes), text(vcpu), text(memoryGib)]),
    ).toEqual([
      ["worker-general-v5", "12/18/165", "192/288/1140", "768/1152/4560"],
      ["worker-kafka-v2", "5/5/5", "40/40/40", "320/320/320"],
      ["worker-memory-v3", "4/7/66", "32/56/328", "256/448/2624"],
      ["worker-spot-v2", "0/11/30", "0/88/240", "0/352/960"],
    ]);
  });

  it("is asked for by Redis and Kafka on pools of their own", () => {
    const asked = Object.fromEntries(capacity.pools.map((pool) => [pool.pool, texts(pool.asked)]));
    // 5 brokers with 4 cores and 20 GiB; the agents of 5 nodes have 110m and 132 MiB each.
    expect(asked["worker-kafka-v2"]).toEqual(["15/15/15", "20550/20550/20550", "100.64/100.64/100.64"]);
    // 6 Redis servers with 19 GiB, 6 with 48 GiB, each with 2 cores and an exporter of 50m and 128 MiB: 24,600m and 403.5 GiB; the agents of 4, 7 and 66 nodes.
    expect(asked["worker-memory-v3"]).toEqual(["20/26/144", "25040/25370/31860", "404.02/404.4/412.01"]);
    const memory = capacity.pools.find(({ pool }) => pool === "worker-memory-v3");
    // 7 × r6i.2xlarge have 403.22 GiB for pods: Karpenter launches what is missing.
    expect(text(memory?.free.memoryGib ?? capacity.total.memoryGib)).toBe("-173.61/-1.19/1965.39");
    expect(memory?.nowAndThen.cpuMilli.maximum).toBe(4_000);
  });

  it("is where pods may be: no rendered pod finds no pool, and none but etcd's job may be beside the brokers", () => {
    expect(capacity.shared.map(({ pools }) => pools)).toEqual([
      ["worker-general-v5", "worker-kafka-v2", "worker-memory-v3"],
      ["worker-general-v5", "worker-memory-v3"],
    ]);
    expect(capacity.shared[0]?.podSets.map(({ object }) => object)).toEqual([
      "batch/CronJob kube-system/etcd-compaction",
    ]);
  });

  it("has addresses as the check of the configuration reckons them", () => {
    const pods = capacity.addresses.filter(({ takenBy }) => takenBy === "pods");
    const expected = podAddressCapacity(prodPlatform()).map(({ zone, need, supply }) => [zone, need, supply]);
    expect(pods.map(({ zone, need, supply }) => [zone, need, supply])).toEqual(expected);
    expect(expected).toHaveLength(3);
    expect(capacity.addresses.every(({ need, supply }) => need <= supply)).toBe(true);
  });
});
