import { goSeconds } from "../../../charts/checks/istio-certificates";
import { istiodVariable } from "../../../charts/checks/istio-components";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { objectRule, problem } from "../../rule";

const ENVIRONMENT = ["spec", "components", "pilot", "k8s", "env"] as const;
const ASKED = ["spec", "meshConfig", "defaultConfig", "proxyMetadata", "SECRET_TTL"] as const;

/** What says how long certificates of workloads live, with what Istio takes unsaid. Source: Istio 1.22.4, pilot-discovery and pilot-agent, environment variables. */
const LIFETIMES = [
  { name: "MAX_WORKLOAD_CERT_TTL", usual: "2160h0m0s", path: ENVIRONMENT },
  { name: "DEFAULT_WORKLOAD_CERT_TTL", usual: "24h0m0s", path: ENVIRONMENT },
  { name: "SECRET_TTL", usual: "24h0m0s", path: ASKED },
] as const;

/** Certificates of workloads are short-lived. What can't be read is check istio-certificates'. */
export const istioWorkloadCertificates = objectRule(
  {
    id: "istio-workload-certificates",
    title: "No workload of the mesh gets a certificate that lives longer than the stack allows",
    severity: "medium",
    enforcement: "mandatory",
    why: "Nothing withdraws a certificate of the mesh: who copies one from a pod is that workload until it ends.",
    remediation: "Set MAX_WORKLOAD_CERT_TTL, DEFAULT_WORKLOAD_CERT_TTL and SECRET_TTL to at most what is allowed.",
    link: "https://istio.io/latest/docs/reference/commands/pilot-discovery/",
  },
  {
    kinds: ["install.istio.io/IstioOperator"],
    when: (_, { settings }) => settings.certificates !== undefined,
    check: (operator, { settings: { certificates } }) =>
      LIFETIMES.flatMap(({ name, usual, path }) => {
        const given = lifetimeOf(operator, name);
        const seconds = goSeconds(given ?? usual);
        const longest = certificates?.longestWorkload;
        if (seconds === undefined || longest === undefined || seconds <= longest.seconds) return [];
        const said = given === undefined ? `not set, which is ${usual}` : String(given);
        return [problem(path, `${name} is ${said}; at most ${longest}`)];
      }),
  },
);

function lifetimeOf(operator: KubeObject, name: string): unknown {
  return name === "SECRET_TTL" ? valueAt(operator, ASKED) : istiodVariable(operator, name);
}
