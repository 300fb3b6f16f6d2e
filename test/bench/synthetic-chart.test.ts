import { syntheticChart } from "../../bench/synthetic-chart";
import { applyLedger } from "../../charts/ledger";
import { documentedRendering } from "../../charts/synthesize";
import { prodPlatform } from "../infra/prod-platform";

const platform = prodPlatform();

test("a synthetic chart renders as many objects as asked for, of four kinds", () => {
  const objects = documentedRendering(platform, [syntheticChart(200)]).flatMap((rendering) => rendering.objects);
  const kinds = objects.map(({ kind }) => kind);
  expect(kinds).toHaveLength(200);
  expect(kinds.slice(0, 4)).toEqual(["ServiceAccount", "ConfigMap", "Service", "Deployment"]);
  expect(kinds.filter((kind) => kind === "Deployment")).toHaveLength(50);
  expect(new Set(objects.map(({ metadata }) => metadata.namespace))).toEqual(new Set(["team-0", "team-1"]));
});

test("every fifth application is changed by the ledger", () => {
  const chart = syntheticChart(40);
  const documented = documentedRendering(platform, [chart]).flatMap(({ objects }) => objects);
  const changed = applyLedger(documented, chart.deviations?.(platform) ?? [])
    .filter((object, index) => object !== documented[index])
    .map(({ kind, metadata, spec }) => [kind, metadata.name, (spec as { replicas: number }).replicas]);
  expect(changed).toEqual([
    ["Deployment", "application-0", 3],
    ["Deployment", "application-5", 3],
  ]);
});

test("a number that is no whole number of applications is refused", () => {
  expect(() => syntheticChart(10)).toThrow("10 objects are no whole number of applications, which have 4 each.");
});
