import { listAt, textAt } from "../../../../../charts/checks/object-readers";
import { documentsIn } from "../../../../../policies/estate-of-plan";
import type { World } from "../world";
import type { Call } from "./call";

/** The namespaces that a component's scrape jobs look for pods in. Source: Prometheus 2.51, Configuration, `kubernetes_sd_config`. */
export function scrapedNamespaces(world: World): readonly Call[] {
  return world.components.flatMap((component) => {
    const files = (world.texts.get(component) ?? []).filter((text) => text.includes("scrape_configs:"));
    const jobs = files.flatMap(documentsIn).flatMap((file) => listAt(file, ["scrape_configs"]));
    const [source = component.id] = component.things;
    return jobs.flatMap((job) =>
      listAt(job, ["kubernetes_sd_configs"])
        .flatMap((discovery) => listAt(discovery, ["namespaces", "names"]))
        .filter((name) => name !== component.namespace)
        .map((name): Call => {
          const what = `${source}, job ${textAt(job, ["job_name"])}`;
          return { from: component.id, to: String(name), ports: [], kind: "metrics", source: what };
        }),
    );
  });
}

/** What network policies let in of a namespace that scrapes is how others are watched: the arrow starts at the component that does it. */
export function watching(admitted: readonly Call[], scraped: readonly Call[]): readonly Call[] {
  const scrapers = new Map(scraped.map(({ from }) => [from.split("/")[0], from]));
  return admitted.map((call): Call => {
    const scraper = scrapers.get(call.from);
    return scraper === undefined ? call : { ...call, from: scraper, kind: "metrics" };
  });
}
