import { isMap, merged, type Properties, textsAt, UNKNOWN } from "../server/properties";
import type { ResourceIdentity } from "../server/provider";
import { ObjectSeed } from "../store/object-seed";
import { SIMULATED_TIME } from "../store/simulated-time";

/** What the API server adds to an object. `generation` counts the object's changes, from 1. */
export function objectOutputs(
  resource: ResourceIdentity,
  kind: string,
  object: Properties,
  creations: number,
  generation: number,
): Properties {
  const seed = new ObjectSeed(resource.urn, creations);
  const metadata = {
    creationTimestamp: SIMULATED_TIME,
    generation,
    resourceVersion: String(1000 + generation),
    uid: seed.uuid("uid"),
  };
  return { metadata, ...(kind === "Service" ? serviceOutputs(object, seed) : {}) };
}

/** A service's address; one for the outside too if it is of type LoadBalancer. */
function serviceOutputs(object: Properties, seed: ObjectSeed): Properties {
  const [third = 0, fourth = 0] = Buffer.from(seed.hex("address", 4), "hex");
  const address = `172.20.${third}.${fourth}`;
  const outside =
    textsAt(object, "spec.type")[0] === "LoadBalancer" ? [{ hostname: `${seed.hex("balancer", 32)}.elb.invalid` }] : [];
  return {
    spec: { clusterIP: address, clusterIPs: [address] },
    status: { loadBalancer: outside.length === 0 ? {} : { ingress: outside } },
  };
}

/** Every value the API server would choose as unknown; what the program gives stays known. */
export function veiledOutputs(outputs: Properties, object: Properties): Properties {
  const entries = Object.entries(outputs).map(([key, value]) => {
    const given = object[key];
    return [key, isMap(value) && isMap(given) ? veiledOutputs(value, given) : UNKNOWN] as const;
  });
  return merged(Object.fromEntries(entries), object);
}
