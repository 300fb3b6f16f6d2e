import type { KubeObject } from "../../kube-object";
import { type Operator, objectLabels } from "./operator";

/** API version of Issuers and Certificates in cert-manager 1.18. */
const CERT_MANAGER_API_VERSION = "cert-manager.io/v1";

/** How long the certificate holds: 90 days, cert-manager's own default. */
export const CERTIFICATE_DURATION = "2160h";

/** How long before its end the next one is made: a third, as cert-manager does by default. */
export const CERTIFICATE_RENEW_BEFORE = "720h";

/**
 * Signs the certificate with the certificate's own key. Nobody but the API server would check it, which is told the very certificate to trust, so
 * there is no authority to keep.
 *
 * Source: cert-manager documentation, SelfSigned.
 */
export function webhookIssuer(operator: Operator): KubeObject {
  return {
    apiVersion: CERT_MANAGER_API_VERSION,
    kind: "Issuer",
    metadata: metadata(operator),
    spec: { selfSigned: {} },
  };
}

/**
 * The certificate of the webhook server, for both names of its Service; cert-manager writes it into the Secret that the pod mounts, and renews it
 * there. The pod waits for the Secret; it sees a renewal without a restart.
 *
 * Source: document 000, section 5 (secretName); compatibility page, R7.
 */
export function webhookCertificate(operator: Operator): KubeObject {
  const host = `${operator.webhookService}.${operator.namespace}.svc`;
  return {
    apiVersion: CERT_MANAGER_API_VERSION,
    kind: "Certificate",
    metadata: metadata(operator),
    spec: {
      secretName: operator.webhookCertificate,
      secretTemplate: { labels: objectLabels(operator) },
      // A self-signed certificate without a subject has no issuer either, which RFC 5280 forbids and some verifiers refuse.
      commonName: operator.webhookService,
      dnsNames: [host, `${host}.cluster.local`],
      duration: CERTIFICATE_DURATION,
      renewBefore: CERTIFICATE_RENEW_BEFORE,
      privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
      usages: ["digital signature", "server auth"],
      issuerRef: { group: "cert-manager.io", kind: "Issuer", name: operator.webhookCertificate },
    },
  };
}

function metadata(operator: Operator): KubeObject["metadata"] {
  return { name: operator.webhookCertificate, namespace: operator.namespace, labels: objectLabels(operator) };
}
