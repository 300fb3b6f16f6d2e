import type { PlatformWith } from "../../../config/parts";
import type { Duration } from "../../../config/units/duration";
import { type AlertRule, alert, EVALUATION_INTERVAL, type RuleFile, type Severity } from "../rule";

/**
 * Share of failed requests above which a service is reported: ten times what the objective of 99.95 % leaves. The mesh as a whole shows 0.02 %.
 *
 * Source: document 000, section 12 (SLO); document 002, section 8 (5xx).
 */
export const ERROR_SHARE = 0.005;

/**
 * Requests a second below which a service's share of failures says nothing: of two requests in five minutes, one that fails is half of all.
 */
export const JUDGED_REQUESTS = 1;

/** Share of the running proxies that must be connected to their control plane. */
export const CONNECTED_SHARE = 0.9;

/**
 * The proxies that run. A gateway's is a container; a sidecar's is an init container that goes on where istiod injects native sidecars, and a container
 * elsewhere. Both are counted whatever the setting is: after a change of it, pods keep the kind that they have until they are replaced.
 *
 * Source: Istio 1.22, ENABLE_NATIVE_SIDECARS; kube-state-metrics v2.11.0, internal/store/pod.go (InitContainerStatuses).
 */
const RUNNING_PROXIES = ["container", "init_container"]
  .map((kind) => `(sum(kube_pod_${kind}_status_running{container="istio-proxy"}) or vector(0))`)
  .join(" + ");

const EXPIRY = {
  Root: "citadel_server_root_cert_expiry_timestamp",
  Intermediate: "citadel_server_cert_chain_expiry_timestamp",
} as const;

/**
 * The mesh: certificates of its authority, proxies that lose their control plane or refuse what it sends, requests that fail.
 *
 * Proxies are added up: when one istiod restarts, its half moves to the other. Shares are sums over sums: a failing series divided by itself is always 1.
 *
 * Source: document 002, sections 3, 8 and 14; compatibility page, M2 and I9; Istio 1.22, pilot-discovery exported metrics.
 */
export function istioFile(platform: PlatformWith<"alerts" | "istio">): RuleFile {
  const { alerts, istio } = platform;
  const by = "sum by (destination_service_namespace, destination_service_name)";
  const all = `${by} (rate(istio_requests_total{reporter="source"}[5m]))`;
  return {
    name: "istio",
    group: "istio-health-checks",
    interval: EVALUATION_INTERVAL,
    rules: [
      expiry(platform, "IstioRootCertificateExpiring", "Root", alerts.certificateNotice, "critical"),
      expiry(platform, "IstioIntermediateCertificateExpiring", "Intermediate", alerts.certificateNotice, "warning"),
      // From here on a certificate of the longest lifetime would outlive the one that signed it.
      expiry(
        platform,
        "IstioIntermediateCertificateUrgent",
        "Intermediate",
        istio.certificates.maxWorkloadTtl,
        "critical",
      ),
      alert(platform, {
        alert: "IstioProxiesDisconnected",
        // Nothing to add up is no proxy connected.
        expr: `(sum(pilot_xds) or vector(0)) < ${CONNECTED_SHARE} * (${RUNNING_PROXIES})`,
        for: "5m",
        severity: "critical",
        summary: "Only {{ $value }} proxies are connected to istiod",
        description: "The others keep their last configuration, and can't renew their certificates.",
        runbook: "mesh",
      }),
      alert(platform, {
        alert: "IstioConfigurationRejected",
        expr: "sum by (type) (rate(pilot_total_xds_rejects[5m])) > 0",
        for: "10m",
        severity: "warning",
        summary: "Proxies refuse configuration of type {{ $labels.type }}",
        description:
          "What was changed last in the mesh does not take effect. istioctl analyze and istiod's log say which object it is.",
        runbook: "mesh",
      }),
      alert(platform, {
        alert: "IstioServerErrors",
        // Callers see more than the called: requests that never arrived are answered by the caller's proxy.
        expr:
          `${by} (rate(istio_requests_total{reporter="source",response_code=~"5.."}[5m]))` +
          ` / ${all} > ${ERROR_SHARE} and ${all} > ${JUDGED_REQUESTS}`,
        for: "5m",
        severity: "critical",
        summary:
          "{{ $value | humanizePercentage }} of requests to {{ $labels.destination_service_name }} in {{ $labels.destination_service_namespace }} fail",
        description: "Compare with the last deployment, and with the last change of the mesh.",
        runbook: "mesh",
      }),
    ],
  };
}

/**
 * A certificate of the authority ends soon, or istiod could not read it, which it says with a negative time.
 *
 * Istio 1.22 reads the certificates' ends only when it starts: the alert ends when istiod has been restarted after a rotation.
 *
 * Source: istio/istio issues 54828 and 55464.
 */
function expiry(
  platform: PlatformWith<"alerts">,
  name: string,
  which: keyof typeof EXPIRY,
  notice: Duration,
  severity: Severity,
): AlertRule {
  return alert(platform, {
    alert: name,
    expr: `min(${EXPIRY[which]}) - time() < ${notice.seconds}`,
    for: "10m",
    severity,
    summary: `${which} certificate of the mesh ends in {{ $value | humanizeDuration }}`,
    description:
      "Rotate it, then restart istiod, one pod after the other: this release tells the new end only after a restart.",
    runbook: "CERT-009",
  });
}
