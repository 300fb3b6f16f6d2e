import { goSeconds } from "../../../charts/checks/istio-certificates";
import { valueAt } from "../../../charts/kube-object";
import { Duration } from "../../../config/units/duration";
import { objectRule, problem } from "../../rule";
import { USUAL_DURATION } from "./certificate-lifetime";

/** Time in which people notice that a renewal fails, and mend it: a week with its weekend. */
const TIME_TO_MEND = Duration.parse("7d");

/** Part of its life for which a short certificate waits to be replaced. Source: cert-manager, Certificate resource (renewBefore, by default a third). */
const SHARE = 1 / 3;

/** A certificate is replaced while there is time to mend what keeps it from being replaced. */
export const certificateRenewal = objectRule(
  {
    id: "certificate-renewal",
    title: "Certificates of cert-manager are renewed a week before they end, or after two thirds of a shorter life",
    severity: "medium",
    enforcement: "mandatory",
    why: "An issuer that fails on a Friday would take down what the certificate serves before anybody looks.",
    remediation: "Set spec.renewBefore to a week or more, and to less than the duration, or leave it out.",
    link: "https://cert-manager.io/docs/usage/certificate/",
  },
  {
    kinds: ["cert-manager.io/Certificate"],
    check: (certificate) => {
      const given = valueAt(certificate, ["spec", "renewBefore"]);
      // Without it cert-manager takes a third.
      if (given === undefined) return [];
      const duration = valueAt(certificate, ["spec", "duration"]) ?? USUAL_DURATION;
      const [seconds, life] = [goSeconds(given), goSeconds(duration)];
      if (seconds === undefined || life === undefined) {
        return [
          problem(
            "spec.renewBefore",
            `is ${JSON.stringify(given)} of ${JSON.stringify(duration)}; lengths such as 720h of 2160h`,
          ),
        ];
      }
      const least = Math.min(TIME_TO_MEND.seconds, life * SHARE);
      if (seconds >= life) return [problem("spec.renewBefore", `is ${given}; less than the duration, ${duration}`)];
      return seconds >= least
        ? []
        : [problem("spec.renewBefore", `is ${given}; at least ${Math.ceil(least / 3600)}h of ${duration}`)];
    },
  },
);
