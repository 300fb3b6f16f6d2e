import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import * as access from "../../../config/checks/access";
import { CHECKS } from "../../../config/checks/all";
import { carriedAutoscaler } from "../../../config/checks/chart-versions";
import { type Check, check, ifThere } from "../../../config/checks/check";
import * as dataAccess from "../../../config/checks/data-access";
import * as lab from "../../../config/checks/lab";
import { accessLogRetention, findingLogRetention } from "../../../config/checks/log-retention";
import { modelsOfRegion } from "../../../config/checks/region-services";
import { oneAutoscaler } from "../../../config/checks/systems";
import { soleAutoscalerVersion } from "../../../config/checks/version-support";
import { parseSections } from "../../../config/parse-sections";
import { prodInput } from "../../infra/prod-platform";

const FOLDER = resolve(__dirname, "../../../config/checks");

describe("the checks", () => {
  it("are all in the list, once each", () => {
    const modules = readdirSync(FOLDER).filter((file) => !["all.ts", "check.ts"].includes(file));
    const exported = modules.flatMap((file) => {
      const found = Object.values(require(resolve(FOLDER, file)) as Record<string, Partial<Check>>);
      return found.filter(({ canRun, find }) => canRun !== undefined && find !== undefined);
    });
    expect(exported.length).toBeGreaterThan(0);
    expect(new Set(CHECKS)).toEqual(new Set(exported));
    expect(CHECKS).toHaveLength(exported.length);
  });

  it("can all run on a committed file, but those of what prod hasn't or has in another section", () => {
    const parsed = parseSections(prodInput() as unknown as Record<string, unknown>);
    const ofOthers = [...Object.values(access), ...Object.values(dataAccess), ...Object.values(lab)];
    const idle = [
      carriedAutoscaler,
      oneAutoscaler,
      soleAutoscalerVersion,
      accessLogRetention,
      findingLogRetention,
      modelsOfRegion,
      ...ofOthers,
    ];
    expect(new Set(CHECKS.filter(({ canRun }) => !canRun(parsed)))).toEqual(new Set(idle));
  });
});

describe("a check runs", () => {
  const fields = check({ network: ["zones", "transitGateway"] }, () => []);
  const whole = check({ nodePools: "whole" }, () => []);
  const entries = check({ nodePools: "entries" }, () => []);

  function canRun(change: (input: ReturnType<typeof prodInput>) => void): boolean[] {
    const input = prodInput();
    change(input);
    const parsed = parseSections(input as unknown as Record<string, unknown>);
    return [fields, whole, entries].map((each) => each.canRun(parsed));
  }

  it.each<[string, (input: ReturnType<typeof prodInput>) => void, boolean[]]>([
    ["on what is right", () => {}, [true, true, true]],
    ["without a field that may be absent", ({ network }) => delete network.transitGateway, [true, true, true]],
    [
      "beside a wrong field that it doesn't need",
      ({ network }) => Object.assign(network, { cidr: 5 }),
      [true, true, true],
    ],
    ["not on a wrong field that it needs", ({ network }) => Object.assign(network, { zones: 5 }), [false, true, true]],
    [
      "on the right entries beside a wrong one",
      ({ nodePools }) => Object.assign(nodePools, { extra: 5 }),
      [true, false, true],
    ],
    [
      "beside unknown keys",
      ({ network, nodePools }) => {
        Object.assign(network, { zone: 5 });
        Object.assign(nodePools["worker-spot-v2"] ?? {}, { zone: 5 });
      },
      [true, true, true],
    ],
    [
      "on no entries of a section that is no mapping",
      (input) => Object.assign(input, { nodePools: "x" }),
      [true, false, true],
    ],
  ])("%s", (_, change, expected) => {
    expect(canRun(change)).toEqual(expected);
  });
});

describe("a check of a system", () => {
  const needed = check({ kafka: ["brokers"] }, () => []);
  const optional = check({ kafka: ifThere(["brokers"]) }, () => []);
  const runs = (kafka?: object) => {
    const { kafka: _, ...rest } = prodInput();
    const parsed = parseSections({ ...rest, ...(kafka === undefined ? {} : { kafka }) });
    return [needed, optional].map((each) => each.canRun(parsed));
  };

  it("runs where the stack has it", () => expect(runs(prodInput().kafka)).toEqual([true, true]));

  it("runs without it only where it can do without", () => expect(runs()).toEqual([false, true]));

  it("doesn't run on a wrong field of it either way", () =>
    expect(runs({ ...prodInput().kafka, brokers: "many" })).toEqual([false, false]));
});
