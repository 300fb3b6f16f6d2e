import type { World } from "../world";
import { merged } from "./call";
import { databases } from "./databases";
import { entrances } from "./entrances";
import { namedResources, sentEvents } from "./named-resources";
import { namedServices } from "./named-services";
import { admittedCalls } from "./network-policies";
import { scrapedNamespaces, watching } from "./scrape-jobs";

/** A call with everything that says so. */
export type KnownCall = ReturnType<typeof merged>[number];

/** Every call between systems that the data shows. */
export function callsOf(world: World): readonly KnownCall[] {
  const scraped = scrapedNamespaces(world);
  return merged([
    ...entrances(world),
    ...watching(admittedCalls(world), scraped),
    ...scraped,
    ...namedServices(world),
    ...namedResources(world),
    ...sentEvents(world),
    ...databases(world),
  ]);
}
