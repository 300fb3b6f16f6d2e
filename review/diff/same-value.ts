import type { Json } from "../../charts/kube-object";
import { Quantity } from "../../config/units/quantity";
import { isBuiltIn } from "./built-in-kinds";
import { fits } from "./diff-path";
import { durationSeconds } from "./duration-text";
import { isOf } from "./merge-keys";

/** Ends of paths, dotted, and the types of things in which they mean it; without types in any. */
interface Places {
  readonly paths: readonly string[];
  readonly of?: readonly string[];
}

/** Where a text or number is a quantity. Source: Kubernetes API reference (resource.Quantity), Strimzi 0.42 and Karpenter 0.37, schemas. */
const QUANTITIES: readonly Places[] = [
  { paths: ["requests.*", "limits.*", "emptyDir.sizeLimit", "averageValue", "podFixed.*"] },
  { paths: ["kubeReserved.*", "systemReserved.*", "evictionHard.*", "evictionSoft.*", "ebs.volumeSize"] },
  { paths: ["spec.hard.*"], of: ["ResourceQuota"] },
  { paths: ["limits.default.*", "limits.defaultRequest.*", "limits.max.*", "limits.min.*"], of: ["LimitRange"] },
  { paths: ["spec.capacity.*"], of: ["PersistentVolume"] },
  { paths: ["storage.size", "volumes.size"], of: ["kafka.strimzi.io/"] },
];

/** Where a text is a duration. Source: the schemas of Karpenter 0.37, Istio 1.22, cert-manager 1.18 and Velero; Prometheus and Alertmanager, "Configuration". */
const DURATIONS: readonly Places[] = [
  { paths: ["disruption.consolidateAfter", "disruption.expireAfter", "budgets.duration"], of: ["karpenter.sh/"] },
  { paths: ["imageMinimumGCAge", "evictionPressureTransitionPeriod", "evictionSoftGracePeriod.*"] },
  { paths: ["pilot.k8s.env.value", "proxyConfig.*", "defaultConfig.*"], of: ["install.istio.io/"] },
  {
    paths: [
      "timeout",
      "perTryTimeout",
      "fixedDelay",
      "connectTimeout",
      "interval",
      "baseEjectionTime",
      "idleTimeout",
      "maxConnectionDuration",
    ],
    of: ["networking.istio.io/"],
  },
  { paths: ["spec.duration", "spec.renewBefore"], of: ["cert-manager.io/"] },
  { paths: ["ttl"], of: ["velero.io/"] },
  {
    paths: [
      "rules.for",
      "rules.keep_firing_for",
      "groups.interval",
      "scrape_interval",
      "scrape_timeout",
      "evaluation_interval",
      "group_wait",
      "group_interval",
      "repeat_interval",
      "resolve_timeout",
    ],
    of: ["ConfigMap", "monitoring.coreos.com/"],
  },
];

/** What Kubernetes fills in, in its own kinds. Source: Kubernetes API reference, "Defaults to" of each field. */
const DEFAULTS: Readonly<Record<string, Json>> = {
  "ports.protocol": "TCP",
  "spec.restartPolicy": "Always",
  "spec.dnsPolicy": "ClusterFirst",
  "spec.schedulerName": "default-scheduler",
  "spec.terminationGracePeriodSeconds": 30,
  "spec.revisionHistoryLimit": 10,
  "volumeMounts.readOnly": false,
  "env.valueFrom.fieldRef.apiVersion": "v1",
  ...Object.fromEntries(
    ["livenessProbe", "readinessProbe", "startupProbe"].flatMap((probe) => [
      [`${probe}.periodSeconds`, 10],
      [`${probe}.timeoutSeconds`, 1],
      [`${probe}.successThreshold`, 1],
      [`${probe}.failureThreshold`, 3],
      [`${probe}.initialDelaySeconds`, 0],
    ]),
  ),
};

const DEFAULT_PATTERNS = Object.entries(DEFAULTS).map(([path, value]) => ({ pattern: path.split("."), value }));

/** Why two values at a path of an object mean the same, in a clause; undefined where they don't. */
export function sameInObject(
  type: string,
  keys: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
): string | undefined {
  if (before === undefined || after === undefined) {
    const given = before ?? after;
    const filledIn = isBuiltIn(type) ? DEFAULT_PATTERNS.find(({ pattern }) => fits(keys, pattern, "end")) : undefined;
    return filledIn !== undefined && filledIn.value === given
      ? "what Kubernetes fills in where it isn't given"
      : undefined;
  }
  if (isPlace(QUANTITIES, type, keys) && equal(quantity(before), quantity(after)))
    return "the same quantity, written otherwise";
  if (isPlace(DURATIONS, type, keys) && equal(duration(before), duration(after)))
    return "the same duration, written otherwise";
  return undefined;
}

function isPlace(places: readonly Places[], type: string, keys: readonly string[]): boolean {
  return places.some(({ paths, of }) => isOf(type, of) && paths.some((path) => fits(keys, path.split("."), "end")));
}

function equal(before: number | undefined, after: number | undefined): boolean {
  return before !== undefined && before === after;
}

/** Amount of a quantity in its base unit; undefined for what is none, such as a percentage. */
export function quantity(value: Json | undefined): number | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  try {
    return Quantity.parse(String(value)).value;
  } catch {
    return undefined;
  }
}

function duration(value: Json): number | undefined {
  return typeof value === "string" ? durationSeconds(value) : undefined;
}
