import { Duration } from "../../../../config/units/duration";
import { certificateLifetime } from "../../../../policies/rules/istio/certificate-lifetime";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { certificate } from "./istio-objects";

const AT = "cert-manager.io/Certificate shop/webhook: spec.duration";
const settings = (longestCa: string) => ({
  certificates: { longestWorkload: Duration.parse("7d"), longestCa: Duration.parse(longestCa) },
});

describeRule(certificateLifetime, {
  settings: settings("180d"),
  good: () => ({ objects: [certificate({ duration: "4320h", isCA: true })] }),
  holds: [["cert-manager's own 90 days", (things) => delete objectNamed(things).spec.duration]],
  breaks: [
    [
      "a CA of a year",
      (things) => {
        objectNamed(things).spec.duration = "8760h";
      },
      [`${AT}: is 8760h; at most 180d`],
    ],
    [
      "a length that nobody reads",
      (things) => {
        objectNamed(things).spec.duration = "180d";
      },
      [`${AT}: is "180d"; a length such as 2160h`],
    ],
  ],
});

describeRule(
  { ...certificateLifetime, id: "certificate-lifetime, where less is allowed than the default" },
  {
    settings: settings("30d"),
    good: () => ({ objects: [certificate({ duration: "720h" })] }),
    breaks: [["the default", (things) => delete objectNamed(things).spec.duration, [`${AT}: is 2160h; at most 30d`]]],
  },
);
