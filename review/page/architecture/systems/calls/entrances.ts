import type { World } from "../world";
import type { Call } from "./call";

/** Asks for a load balancer of AWS. Source: Kubernetes, cloud-provider-aws, Service annotations. */
const TYPE = "service.beta.kubernetes.io/aws-load-balancer-type";
const INTERNAL = "service.beta.kubernetes.io/aws-load-balancer-internal";
const SCHEME = "service.beta.kubernetes.io/aws-load-balancer-scheme";

/** The calls from outside: what has a load balancer, by whether that is reached from the internet or from connected networks alone. */
export function entrances(world: World): readonly Call[] {
  return world.components.flatMap((component) => {
    const [source = component.id] = component.things;
    return annotationsIn(component.data).map((annotations): Call => {
      const internal = String(annotations[INTERNAL]) === "true" || annotations[SCHEME] === "internal";
      return {
        from: internal ? "Connected networks" : "Internet",
        to: component.id,
        ports: [],
        kind: "traffic",
        source,
      };
    });
  });
}

/** The mappings, at any depth, that ask for a load balancer. */
function annotationsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(annotationsIn);
  return TYPE in value ? [value as Readonly<Record<string, unknown>>, ...below] : below;
}
