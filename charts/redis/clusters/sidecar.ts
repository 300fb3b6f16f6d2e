/**
 * Keeps Istio's sidecar out of a pod, whatever its namespace says. Between servers it would break the bus, which is no protocol that it knows and
 * speaks to addresses, not names; in a job it would go on running after the job is done. The namespace stays STRICT, which is about what sidecars accept.
 *
 * Source: Istio 1.22, "Installing the Sidecar", label sidecar.istio.io/inject; document 002, section 3 (redis-prod is STRICT).
 */
export const WITHOUT_SIDECAR = { "sidecar.istio.io/inject": "false" } as const;
