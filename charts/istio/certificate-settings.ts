import type { System } from "../../config/parts";
import type { Duration } from "../../config/units/duration";
import { goDuration } from "./go-duration";

type Certificates = System<"istio">["certificates"];

/** Steps per unit of {@link gracePeriodRatio}: four decimals are 9 s of a day. */
const RATIO_STEPS = 10_000;

/**
 * The grace period as a share of a certificate's life, which is the only form Istio takes. Rounded up, so that no certificate is replaced later
 * than asked: 2 h of 24 h are 0.0834, which is 2 h and 10 s.
 *
 * Source: Istio 1.22.4, security/pkg/nodeagent/cache/secretcache.go (rotateTime).
 */
export function gracePeriodRatio(life: Pick<Duration, "seconds">, grace: Pick<Duration, "seconds">): string {
  return String(Math.ceil((grace.seconds * RATIO_STEPS) / life.seconds) / RATIO_STEPS);
}

/**
 * What sidecars ask for, and when. Without these they ask for 24 h as well, and replace a certificate after half of it.
 *
 * Source: document 002, section 3; Istio 1.22.4, pilot/cmd/pilot-agent/options/options.go.
 */
export function proxyCertificates({ workloadTtl, minGracePeriod }: Certificates): Readonly<Record<string, string>> {
  return {
    SECRET_TTL: goDuration(workloadTtl),
    SECRET_GRACE_PERIOD_RATIO: gracePeriodRatio(workloadTtl, minGracePeriod),
  };
}

/**
 * What istiod signs at most, and what it signs when a request names no life. Its own maximum would be 90 days.
 *
 * Source: document 002, section 3; Istio 1.22.4, pilot/pkg/bootstrap/istio_ca.go.
 */
export function istiodCertificates({ workloadTtl, maxWorkloadTtl }: Certificates): Readonly<Record<string, string>> {
  return {
    DEFAULT_WORKLOAD_CERT_TTL: goDuration(workloadTtl),
    MAX_WORKLOAD_CERT_TTL: goDuration(maxWorkloadTtl),
  };
}
