import { ApiObject, App, Chart } from "cdk8s";
import type { Platform } from "../config/platform";
import { CHARTS } from "./charts";
import { deviations } from "./deviations";
import { type KubeObject, referenceOf, referenceText } from "./kube-object";
import { applyLedger } from "./ledger";
import { type AnyChart, chartsOf, type SystemChart } from "./system-chart";

/** The objects of one chart, in the order in which they are applied. */
export interface Rendering {
  readonly chart: SystemChart;
  readonly objects: readonly KubeObject[];
}

/**
 * What the documents say, as objects: every chart that the stack has, in the order of application.
 *
 * @throws {Error} when two charts render the same object, or a construct finds itself invalid; with everything that is wrong
 */
export function documentedRendering(platform: Platform, charts: readonly AnyChart[] = CHARTS): readonly Rendering[] {
  const renderings = chartsOf(platform, charts).map((chart) => ({ chart, objects: synthesized(chart, platform) }));
  const owners = new Map<string, string>();
  for (const { chart, objects } of renderings) {
    for (const object of objects) {
      const reference = referenceText(referenceOf(object));
      const owner = owners.get(reference);
      if (owner !== undefined) {
        throw new Error(`Charts ${owner} and ${chart.name} both render ${reference}.`);
      }
      owners.set(reference, chart.name);
    }
  }
  return renderings;
}

/** What is deployed: the documented rendering with the changes of the ledger, and nothing else. */
export function deployableRendering(
  platform: Platform,
  documented: readonly Rendering[] = documentedRendering(platform),
): readonly Rendering[] {
  const changed = applyLedger(
    documented.flatMap(({ objects }) => objects),
    deviations(platform),
  );
  let next = 0;
  return documented.map(({ chart, objects }) => {
    const first = next;
    next += objects.length;
    return { chart, objects: changed.slice(first, next) };
  });
}

function synthesized({ name, build }: SystemChart, platform: Platform): readonly KubeObject[] {
  const chart = new Chart(new App(), name);
  build(chart, platform);
  const constructs = chart.node.findAll();
  const problems = constructs.flatMap(({ node }) => node.validate().map((problem) => `${node.path}: ${problem}`));
  if (problems.length > 0) {
    throw new Error(`Chart ${name} is invalid:\n  ${problems.join("\n  ")}`);
  }
  return constructs.filter(ApiObject.isApiObject).map((object) => object.toJson() as KubeObject);
}
