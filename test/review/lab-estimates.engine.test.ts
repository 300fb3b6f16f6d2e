import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestsIn } from "../../policies/manifests";
import { type Capacity, capacityOf } from "../../review/capacity/capacity";
import { type MonthlyCost, monthlyCost } from "../../review/cost/monthly-cost";
import type { Range } from "../../review/range";
import { plan, planPath } from "../../sandbox/commands/plan";
import { REPOSITORY } from "../../sandbox/vantage-project";
import { TODAY } from "../policies/estate-fixture";
import { recordingTerminal } from "../sandbox/engine/recording-terminal";
import { type ProdCopy, prodCopy } from "../sandbox/prod/prod-copy";

const LAB = "sre-lab";

let lab: ProdCopy;
let cost: MonthlyCost;
let capacity: Capacity;
beforeAll(async () => {
  lab = prodCopy(LAB);
  const { policyPack: _, ...project } = lab;
  expect(await plan(project, LAB, recordingTerminal())).toBe(0);
  const { resources } = JSON.parse(readFileSync(planPath(project, LAB), "utf8"));
  cost = monthlyCost(resources, TODAY);
  capacity = capacityOf(resources, manifestsIn(join(REPOSITORY, "manifests", LAB)));
}, 300_000);
afterAll(() => lab.remove());

const text = ({ minimum, typical, maximum }: Range) => `${minimum}/${typical}/${maximum}`;
const linesOf = (what: string) => cost.lines.filter((line) => line.what === what).map(text);

describe("what the lab costs", () => {
  it("is most of all its instances, and beside them what is there in any case", () => {
    // 3, 3 and 6 × m6i.xlarge at 0.23 USD × 730 hours.
    expect(linesOf("instances")).toEqual(["503.7/503.7/1007.4"]);
    // 50 GiB each at 0.0952 USD.
    expect(linesOf("root volumes")).toEqual(["14.28/14.28/28.56"]);
    expect(linesOf("control plane")).toEqual(["73/73/73"]);
    expect(linesOf("NAT gateway")).toEqual(Array(3).fill("37.96/37.96/37.96"));
    expect(linesOf("public IPv4 address")).toEqual(Array(3).fill("3.65/3.65/3.65"));
    // Three zones each at 0.012 USD an hour.
    expect(linesOf("interface endpoint")).toEqual(Array(3).fill("26.28/26.28/26.28"));
    expect(linesOf("key")).toEqual(Array(3).fill("1/1/3"));
    expect(linesOf("volumes of claim data")).toEqual(["4.76/4.76/4.76"]);
    // Alertmanager's own: 1 GiB.
    expect(linesOf("volume")).toEqual(["0.1/0.1/0.1"]);
    expect(text(cost.total)).toBe("802.51/802.51/1326.49");
  });

  it("leaves out what depends on use, and what has no price in its region, by name", () => {
    const others = cost.notPriced.filter(({ reason }) => !reason.startsWith("depends on use"));
    expect(new Set(others.map(({ what, reason }) => `${what}: ${reason}`))).toEqual(
      new Set([
        "detailed monitoring: there is no price of metric in eu-central-1",
        "transit gateway attachment: there is no price of transitGatewayAttachment in eu-central-1",
      ]),
    );
  });

  it("says whose prices these are", () => {
    expect(cost.assumptions.at(-1)).toMatch(
      /^Prices of instances in eu-central-1 are of 2026, from .*not AWS's own list/,
    );
  });
});

test("the lab has room for what its pods request", () => {
  expect(capacity.pools.map(({ pool, nodes }) => [pool, text(nodes)])).toEqual([["sre-training-nodes", "3/3/6"]]);
  const [only] = capacity.pools;
  expect(only?.free.cpuMilli.minimum).toBeGreaterThan(0);
  expect(only?.free.memoryGib.minimum).toBeGreaterThan(0);
  // Four of the monitoring, an agent on each node, 2 to 6 of the shop and one that calls it.
  expect(only && text(only.asked.pods)).toBe("10/10/17");
});
