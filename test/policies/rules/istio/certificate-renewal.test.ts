import { certificateRenewal } from "../../../../policies/rules/istio/certificate-renewal";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { certificate } from "./istio-objects";

const AT = "cert-manager.io/Certificate shop/webhook: spec.renewBefore";
const renewed = (renewBefore: string, duration?: string) => (things: Things) => {
  objectNamed(things).spec = { renewBefore, ...(duration === undefined ? {} : { duration }) };
};

describeRule(certificateRenewal, {
  good: () => ({ objects: [certificate({ duration: "2160h", renewBefore: "720h" })] }),
  holds: [
    ["a week", renewed("168h", "2160h")],
    ["a third of a short life", renewed("8h", "24h")],
    ["what cert-manager does by itself", (things) => delete objectNamed(things).spec.renewBefore],
  ],
  breaks: [
    ["less than a week", renewed("167h", "2160h"), [`${AT}: is 167h; at least 168h of 2160h`]],
    ["less than a third of a short life", renewed("1h", "24h"), [`${AT}: is 1h; at least 8h of 24h`]],
    ["more than cert-manager's usual life", renewed("2160h"), [`${AT}: is 2160h; less than the duration, 2160h`]],
    [
      "a length that nobody reads",
      renewed("30d", "2160h"),
      [`${AT}: is "30d" of "2160h"; lengths such as 720h of 2160h`],
    ],
  ],
});
