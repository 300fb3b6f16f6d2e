/** Label of a namespace whose pods get a sidecar, and its value. Source: Istio 1.22, Installing the Sidecar. */
export const INJECTION_LABEL = "istio-injection";

/** Value of {@link INJECTION_LABEL} that asks for sidecars. */
export const INJECTION_ENABLED = "enabled";

/**
 * The Secret from which istiod takes an intermediate CA: it is mounted, watched, and wins over everything else.
 *
 * Source: Istio 1.22.4, pilot/pkg/bootstrap/istio_ca.go; istio-discovery chart, volume cacerts.
 */
export const CA_SECRET = "cacerts";

/**
 * Keys of {@link CA_SECRET}: the intermediate, its key, the chain from it up to the root, and the root.
 *
 * Source: document 002, section 6; Istio 1.22.4, security/pkg/pki/ca (file names of a plugged-in CA).
 */
export const CA_SECRET_KEYS = ["ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"] as const;

/**
 * The Secret in which istiod keeps a CA that it has signed itself. It is read once, as a root, and written again by istiod.
 *
 * Source: Istio 1.22.4, security/pkg/pki/ca/selfsignedcarootcertrotator.go.
 */
export const SELF_SIGNED_CA_SECRET = "istio-ca-secret";

/** First Kubernetes minor that runs sidecars as init containers without a feature gate. Source: kubernetes.io, Sidecar Containers. */
export const NATIVE_SIDECARS_SINCE = "1.29";

/** Namespaces of Kubernetes' own begin so. They exist before any object of ours, and Istio injects nothing into them. */
export const KUBERNETES_NAMESPACE = /^kube-/;
