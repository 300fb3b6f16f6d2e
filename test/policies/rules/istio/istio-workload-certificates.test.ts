import { Duration } from "../../../../config/units/duration";
import { istioWorkloadCertificates } from "../../../../policies/rules/istio/istio-workload-certificates";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { OPERATOR, operator } from "./istio-objects";

const PILOT = `${OPERATOR}: spec.components.pilot.k8s.env`;
const ASKED = `${OPERATOR}: spec.meshConfig.defaultConfig.proxyMetadata.SECRET_TTL`;
const environment = (things: Things) => objectNamed(things).spec.components.pilot.k8s.env;

describeRule(istioWorkloadCertificates, {
  settings: { certificates: { longestWorkload: Duration.parse("7d"), longestCa: Duration.parse("180d") } },
  good: () => ({
    objects: [
      operator({
        components: {
          pilot: {
            k8s: {
              env: [
                { name: "DEFAULT_WORKLOAD_CERT_TTL", value: "24h0m0s" },
                { name: "MAX_WORKLOAD_CERT_TTL", value: "168h0m0s" },
              ],
            },
          },
        },
        meshConfig: { defaultConfig: { proxyMetadata: { SECRET_TTL: "24h0m0s" } } },
      }),
    ],
  }),
  holds: [
    ["what Istio asks for by itself", (things) => delete objectNamed(things).spec.meshConfig],
    [
      "the same among the values",
      (things) => {
        const { spec } = objectNamed(things);
        spec.components = {};
        spec.values = { pilot: { env: { MAX_WORKLOAD_CERT_TTL: "168h" } } };
      },
    ],
  ],
  breaks: [
    [
      "a maximum that is too long",
      (things) => {
        environment(things)[1].value = "720h";
      },
      [`${PILOT}: MAX_WORKLOAD_CERT_TTL is 720h; at most 7d`],
    ],
    [
      "Istio's own maximum",
      (things) => environment(things).pop(),
      [`${PILOT}: MAX_WORKLOAD_CERT_TTL is not set, which is 2160h0m0s; at most 7d`],
    ],
    [
      "sidecars that get more, and ask for more",
      (things) => {
        environment(things)[0].value = "169h";
        objectNamed(things).spec.meshConfig.defaultConfig.proxyMetadata.SECRET_TTL = "169h";
      },
      [`${PILOT}: DEFAULT_WORKLOAD_CERT_TTL is 169h; at most 7d`, `${ASKED}: SECRET_TTL is 169h; at most 7d`],
    ],
  ],
});
