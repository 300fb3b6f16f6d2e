import { usedServices } from "../derived/used-services";
import type { Finding } from "../finding";
import { BEDROCK_MODELS } from "../reference/bedrock-models";
import { FIPS_REGIONS, type RegionService, regionService } from "../reference/region-services";
import { check, ifThere } from "./check";

/** What a region says of a service that a stack uses; apart from the table, so that a region without one can be tried. */
export function absentServices(
  region: string,
  used: ReturnType<typeof usedServices>,
  known: typeof regionService = regionService,
): Finding[] {
  const missing = (service: RegionService) => service.availability === "absent";
  return used
    .filter(({ service }) => missing(known(region, service)))
    .map(({ service, path }) => ({
      path,
      given: `${service} in ${region}`,
      allowed: `what the region has: ${service} is missing there (${known(region, service).source})`,
      mend: "leave it out, choose another region, or correct config/reference/region-services.ts with its source",
    }));
}

/** The region has every service that the stack asks for, as far as it is known. */
export const servicesOfRegion = check(
  { aws: ["region"], cluster: ["autoMode"], securityServices: ifThere("whole"), dataAccess: ifThere("whole") },
  ({ aws: { region }, cluster, securityServices, dataAccess }) =>
    absentServices(region, usedServices({ cluster, securityServices, dataAccess })),
);

/** FIPS endpoints are asked for only where the region has them: elsewhere every call would look for a host that doesn't exist. */
export const fipsRegion = check({ aws: ["region", "fipsEndpoints"] }, ({ aws: { region, fipsEndpoints } }) =>
  !fipsEndpoints || FIPS_REGIONS.includes(region)
    ? []
    : [
        {
          path: ["aws", "fipsEndpoints"],
          given: `true in ${region}`,
          allowed: `true in ${FIPS_REGIONS.join(", ")}`,
          mend: "remove it, or choose one of these regions",
        },
      ],
);

/** Models that are granted are models of the region. */
export const modelsOfRegion = check({ aws: ["region"], dataAccess: "whole" }, ({ aws: { region }, dataAccess }) => {
  const known = BEDROCK_MODELS[region];
  if (known === undefined) return [];
  return Object.entries(dataAccess.workloads).flatMap(([workload, { grants }]) =>
    (grants.bedrock?.models ?? []).flatMap((model, index): Finding[] =>
      known[model] !== undefined
        ? []
        : [
            {
              path: ["dataAccess", "workloads", workload, "grants", "bedrock", "models", index],
              given: model,
              allowed: `a model known in ${region}: ${Object.keys(known).join(", ")}`,
              mend: "choose one of these, or add the model to config/reference/bedrock-models.ts with its source",
            },
          ],
    ),
  );
});
