import type { KubeObject } from "../charts/kube-object";
import type { Platform } from "../config/platform";
import type { Duration } from "../config/units/duration";
import { NOTICES } from "./limits";

/** What a stack says of its cluster, as far as the checks ask. */
export interface Expectation {
  readonly stack: string;
  /** Name of the cluster in EKS. */
  readonly cluster: string;
  readonly region: string;
  /** Kubernetes minor version, such as `1.29`. */
  readonly version: string;
  /** The objects that are deployed, as `npm run synth` writes them. */
  readonly objects: readonly KubeObject[];
  /** How long before its end a certificate is a finding that cert-manager should have renewed. */
  readonly renewalNotice: Duration;
  /** How long before its end any other certificate is a finding. */
  readonly certificateNotice: Duration;
  /** The moment at which ages are judged. */
  readonly now: Date;
}

/** What to expect of a platform's cluster. The notices are those of its alerts: what one reports the other does. */
export function expectationOf(platform: Platform, objects: readonly KubeObject[], now: Date): Expectation {
  const { renewalNotice, certificateNotice } = platform.alerts ?? NOTICES;
  return {
    stack: platform.stack,
    cluster: platform.cluster.name,
    region: platform.aws.region,
    version: platform.cluster.version,
    objects,
    renewalNotice,
    certificateNotice,
    now,
  };
}
