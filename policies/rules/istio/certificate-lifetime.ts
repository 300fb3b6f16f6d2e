import { goSeconds } from "../../../charts/checks/istio-certificates";
import { valueAt } from "../../../charts/kube-object";
import { objectRule, problem } from "../../rule";

/** Life of a certificate whose duration isn't set. Source: cert-manager, pkg/apis/certmanager/v1/const.go (DefaultCertificateDuration). */
export const USUAL_DURATION = "2160h";

/**
 * What cert-manager issues lives no longer than the mesh's intermediate CA: neither a CA, which would outlive the rotation of all others, nor a certificate, which would outlive
 * the CA that it is checked by.
 */
export const certificateLifetime = objectRule(
  {
    id: "certificate-lifetime",
    title: "No certificate of cert-manager lives longer than a CA may",
    severity: "medium",
    enforcement: "mandatory",
    why: "A key that leaks is of use until its certificate ends, and what is rotated seldom is rotated badly.",
    remediation: "Set spec.duration to at most vantage:policies.certificates.longestCa.",
    link: "https://cert-manager.io/docs/usage/certificate/",
  },
  {
    kinds: ["cert-manager.io/Certificate"],
    when: (_, { settings }) => settings.certificates !== undefined,
    check: (certificate, { settings: { certificates } }) => {
      const given = valueAt(certificate, ["spec", "duration"]) ?? USUAL_DURATION;
      const seconds = goSeconds(given);
      if (seconds === undefined) {
        return [problem("spec.duration", `is ${JSON.stringify(given)}; a length such as 2160h`)];
      }
      const longest = certificates?.longestCa;
      return longest === undefined || seconds <= longest.seconds
        ? []
        : [problem("spec.duration", `is ${given}; at most ${longest}`)];
    },
  },
);
