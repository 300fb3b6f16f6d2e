import { Duration } from "../config/units/duration";

/**
 * Share of a node's allocatable CPU, in percent, from which on it is a finding.
 *
 * Source: document 003, section 1 (Morning Health Check Routine), step 2 (`kubectl top nodes`, "CPU <80%"), which kubectl counts of what is allocatable.
 */
export const NODE_CPU_PERCENT = 80;

/** Share of a node's allocatable memory, in percent, from which on it is a finding. Source: the same step ("Memory <85%"). */
export const NODE_MEMORY_PERCENT = 85;

/**
 * How long a pod or a node may be on its way, up or down, before it is a finding. A new node takes about two minutes, a pod's start up to two more, and the
 * first metrics of a node another one. The documents name no time; without one a check finds whatever CronJob or spot node has just begun.
 */
export const TRANSITION = Duration.parse("5m");

/**
 * How long before its end a certificate is a finding, in a stack without alerts that would say it: the checks are made each morning, and a month leaves time for whoever issues it. cert-manager
 * renews when a third of the life is left, a month of the usual three: after nine days more it has failed. Document 003, section 3 (Certificate Expiration Check) prints the ends and names no limit.
 */
export const NOTICES = { certificateNotice: Duration.parse("30d"), renewalNotice: Duration.parse("21d") } as const;

/**
 * Part of its life that a certificate may have left and still be a finding, at most. cert-manager renews when a third is left; a certificate that is
 * short-lived on purpose would otherwise never have enough.
 *
 * Source: cert-manager, Certificate `spec.renewBefore`.
 */
export const CERTIFICATE_LIFE_SHARE = 1 / 4;
