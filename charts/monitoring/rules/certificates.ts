import type { PlatformWith } from "../../../config/parts";
import { alert, EVALUATION_INTERVAL, type RuleFile } from "../rule";

/** A certificate, whichever of cert-manager's pods tells of it: the one that leads does, and after a change another one. */
const BY = "by (namespace, name)";

/**
 * Certificates that cert-manager issues: those whose renewal fails while there is time, and those that don't serve.
 *
 * - A certificate that was never issued has 0 as its end, and isn't late with a renewal but not ready.
 * - One that is short-lived, or renewed late on purpose, has less than the notice left for part of its life. It is reported when its own time of renewal,
 *   which cert-manager tells, has passed, too.
 * - While a renewal fails, a certificate stays ready until it ends.
 *
 * The mesh's own are elsewhere: rules/istio.ts.
 *
 * Source: document 001, section 11 (certificate expiry scan); document 002, section 14 (no upcoming expirations); cert-manager v1.18.6,
 * pkg/metrics/certificates.go and pkg/controller/certificates/readiness.
 */
export function certificatesFile(platform: PlatformWith<"alerts">): RuleFile {
  const notice = platform.alerts.renewalNotice;
  return {
    name: "certificates",
    group: "certificate-health-checks",
    interval: EVALUATION_INTERVAL,
    rules: [
      alert(platform, {
        alert: "CertificateExpiring",
        expr:
          `(min ${BY} (certmanager_certificate_expiration_timestamp_seconds > 0) - time()` +
          ` and min ${BY} (certmanager_certificate_renewal_timestamp_seconds) < time()) < ${notice.seconds}`,
        // A renewal that an authority outside has to confirm takes minutes.
        for: "1h",
        severity: "warning",
        summary: "Certificate {{ $labels.namespace }}/{{ $labels.name }} ends in {{ $value | humanizeDuration }}",
        description: "cert-manager should have renewed it by now. Its last CertificateRequest says what failed.",
        runbook: "certificates",
      }),
      alert(platform, {
        alert: "CertificateNotReady",
        // Whichever of the two: one that goes from False to Unknown is no better.
        expr: `max ${BY} (certmanager_certificate_ready_status{condition=~"False|Unknown"}) == 1`,
        for: "10m",
        severity: "critical",
        summary: "Certificate {{ $labels.namespace }}/{{ $labels.name }} is not ready",
        description: "It was never issued, has ended, or doesn't fit its Secret: what serves with it is refused.",
        runbook: "certificates",
      }),
    ],
  };
}
