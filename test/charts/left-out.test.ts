import { CHARTS } from "../../charts/charts";
import { findings } from "../../charts/manifests";
import { runbookFiles } from "../../charts/monitoring/runbooks/runbook-files";
import { deployableRendering } from "../../charts/synthesize";
import { checkStack } from "../../config/check-stack";
import { NEEDED } from "../../config/checks/systems";
import { has, type Part, SYSTEMS } from "../../config/parts";
import type { Platform } from "../../config/platform";
import { ADD_ONS } from "../../config/sections/add-ons";
import { CONFIG_NAMESPACE } from "../../config/stack-schema";
import { type ProdInput, prodInput, prodPlatform } from "../infra/prod-platform";

const prod = prodPlatform();
const parts = [...SYSTEMS, ...ADD_ONS.map((name): Part => `addOns.${name}`)].filter((part) => has(prod, part));

/** The charts of prod as it is. */
const OF_PROD = CHARTS.filter(({ needs = [] }) => has(prod, ...needs));

/** A part, and everything that can't be without it. */
function closure(part: Part): readonly Part[] {
  const gone = new Set<Part>([part]);
  for (const one of gone) {
    for (const other of parts) if (NEEDED[other]?.parts.includes(one)) gone.add(other);
  }
  return [...gone];
}

/** What a person would change in prod's file to be rid of a part: the part, what needs it, and what is said of it elsewhere. */
function prodWithout(part: Part): Platform {
  const input = prodInput();
  const gone = closure(part);
  for (const one of gone) {
    if (one.startsWith("addOns.")) delete (input.addOns.releases as Record<string, unknown>)[one.slice(7)];
    else delete (input as Record<string, unknown>)[one];
  }
  if (gone.includes("istio")) for (const namespace of Object.values(input.namespaces)) namespace.injection = false;
  if (gone.includes("karpenter")) withoutKarpenter(input);
  if (gone.includes("redis") && !gone.includes("alerts")) input.alerts.sessionStores = [];
  const config = Object.entries(input).map(([name, section]) => [`${CONFIG_NAMESPACE}:${name}`, section]);
  return checkStack("prod", Object.fromEntries(config), { name: "without", locate: () => undefined });
}

/** The nodes that Karpenter launched are the groups' again, which an autoscaler resizes. */
function withoutKarpenter(input: ProdInput): void {
  for (const group of Object.values(input.network.subnets)) group.karpenter = false;
  input.clusterAutoscaler = prodInput().karpenter.clusterAutoscaler;
}

describe.each(parts.map((one) => [one] as const))("prod without %s", (part) => {
  const platform = prodWithout(part);
  const renderings = deployableRendering(platform);
  const objects = renderings.flatMap((rendering) => rendering.objects);

  test("is a stack that no check refuses, and lacks the part", () => {
    expect(has(platform, part)).toBe(false);
    expect(closure(part).filter((one) => has(platform, one))).toEqual([]);
  });

  test("has the charts of what is left", () => {
    const expected = CHARTS.filter(({ needs = [] }) => has(platform, ...needs)).map(({ name }) => name);
    expect(renderings.map(({ chart }) => chart.name)).toEqual(expected);
    const lost = OF_PROD.filter(({ needs = [] }) => needs.some((need) => closure(part).includes(need)));
    expect(expected.length).toBe(OF_PROD.length - lost.length);
  });

  test("refers to nothing that has gone", () => {
    expect(findings(platform, objects)).toEqual([]);
  });

  test("has a runbook for each link of an alert, and none beside", () => {
    const rules = objects.flatMap(({ kind, metadata, ...rest }) =>
      kind === "ConfigMap" && metadata.name === "prometheus-rules"
        ? Object.values((rest as unknown as { data: Record<string, string> }).data)
        : [],
    );
    const linked = rules.flatMap((text) =>
      [...text.matchAll(/runbook_url: \S+\/([\w-]+)$/gm)].map(([, id]) => `${id}.md`),
    );
    expect([...runbookFiles(platform).keys()].sort()).toEqual([...new Set(linked)].sort());
  });
});
