import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { istiodVariable, istioOperators } from "./istio-components";

const PILOT = ["spec", "components", "pilot", "k8s", "env"];
const PROXY = ["spec", "meshConfig", "defaultConfig", "proxyMetadata"];

/** Seconds of Go's units. Source: Go, time.ParseDuration. */
const GO_UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** Judges the variables of istiod and the metadata of the sidecars in each IstioOperator. */
export const istioCertificates: ManifestCheck = {
  title: "Certificates of workloads can be asked for, are signed, and are replaced while they hold",
  severity: "high",
  why: "Istio reads what it can't understand as its own default: 24 h, half of it, 90 days at most. A sidecar that asks for more than the maximum gets no certificate.",
  remediation:
    'Write lifetimes as Go reads them ("168h0m0s"), none above MAX_WORKLOAD_CERT_TTL, and SECRET_GRACE_PERIOD_RATIO as a text between "0" and "1".',
  source:
    "Istio 1.22.4, pilot/cmd/pilot-agent/options/options.go, security/pkg/pki/ca/ca.go; compatibility page, I6 to I8",
  link: "https://istio.io/latest/docs/reference/commands/pilot-discovery/",
  find: ({ objects }) => istioOperators(objects).flatMap(lifetimes),
};

function lifetimes(operator: KubeObject): readonly ManifestFinding[] {
  const found = (path: readonly string[], message: string): ManifestFinding => ({
    object: referenceOf(operator),
    path,
    message,
  });
  const asked = valueAt(operator, [...PROXY, "SECRET_TTL"]);
  const most = istiodVariable(operator, "MAX_WORKLOAD_CERT_TTL");
  const usual = istiodVariable(operator, "DEFAULT_WORKLOAD_CERT_TTL");
  const ratio = valueAt(operator, [...PROXY, "SECRET_GRACE_PERIOD_RATIO"]);
  const unreadable = [
    { name: "SECRET_TTL", value: asked, path: [...PROXY, "SECRET_TTL"] },
    { name: "MAX_WORKLOAD_CERT_TTL", value: most, path: PILOT },
    { name: "DEFAULT_WORKLOAD_CERT_TTL", value: usual, path: PILOT },
  ]
    .filter(({ value }) => value !== undefined && goSeconds(value) === undefined)
    .map(({ name, value, path }) =>
      found(path, `${name} is ${JSON.stringify(value)}; Go reads hours, minutes and seconds, such as "168h0m0s"`),
    );
  const longest = goSeconds(most);
  const tooLong = [
    { name: "SECRET_TTL", value: asked, path: [...PROXY, "SECRET_TTL"] },
    { name: "DEFAULT_WORKLOAD_CERT_TTL", value: usual, path: PILOT },
  ]
    .filter(({ value }) => longest !== undefined && (goSeconds(value) ?? 0) > longest)
    .map(({ name, value, path }) => found(path, `${name} is ${value}; istiod refuses more than ${most}`));
  return [...unreadable, ...tooLong, ...(ratio === undefined || isShare(ratio) ? [] : [notAShare(ratio)])];

  function notAShare(value: unknown): ManifestFinding {
    const message = `SECRET_GRACE_PERIOD_RATIO is ${JSON.stringify(value)}; a text between "0" and "1" is the share of its life for which a certificate waits to be replaced`;
    return found([...PROXY, "SECRET_GRACE_PERIOD_RATIO"], message);
  }
}

function isShare(value: unknown): boolean {
  return typeof value === "string" && /^\d*\.?\d+$/.test(value) && Number(value) > 0 && Number(value) < 1;
}

/** Length of a Go duration in seconds; undefined for what Go doesn't read. */
export function goSeconds(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(value)) return undefined;
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (GO_UNITS[unit ?? ""] ?? 0), 0);
}
