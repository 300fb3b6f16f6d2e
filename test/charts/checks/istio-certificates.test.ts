import { goSeconds, istioCertificates } from "../../../charts/checks/istio-certificates";
import { pathText } from "../../../charts/kube-object";
import { operator, platform } from "./istio-fixture";

const found = (proxyMetadata: object, env: Readonly<Record<string, string>> = {}, values: object = {}) =>
  istioCertificates
    .find({
      objects: [
        operator({
          meshConfig: { defaultConfig: { proxyMetadata } },
          components: { pilot: { k8s: { env: Object.entries(env).map(([name, value]) => ({ name, value })) } } },
          values,
        }),
      ],
      platform,
    })
    .map(({ path, message }) => `${pathText(path)}: ${message}`);

describe("a Go duration", () => {
  it.each([
    ["24h0m0s", 86_400],
    ["1h30m", 5_400],
    ["1.5h", 5_400],
    ["250ms", 0.25],
    ["7d", undefined],
    ["24", undefined],
    ["", undefined],
    [24, undefined],
  ])("%j is %j seconds", (value, seconds) => {
    expect(goSeconds(value)).toBe(seconds);
  });
});

describe("check istio-certificates", () => {
  it("holds for nothing, and for lives that can be signed and replaced", () => {
    expect(found({})).toEqual([]);
    const env = { MAX_WORKLOAD_CERT_TTL: "168h0m0s", DEFAULT_WORKLOAD_CERT_TTL: "24h0m0s" };
    expect(found({ SECRET_TTL: "168h", SECRET_GRACE_PERIOD_RATIO: "0.0834" }, env)).toEqual([]);
  });

  it.each([
    ["days", { SECRET_TTL: "7d" }, {}, 'SECRET_TTL is "7d"; Go reads hours, minutes and seconds'],
    ["a maximum in days", {}, { MAX_WORKLOAD_CERT_TTL: "7d" }, 'k8s.env: MAX_WORKLOAD_CERT_TTL is "7d"'],
    [
      "more than the maximum",
      { SECRET_TTL: "48h" },
      { MAX_WORKLOAD_CERT_TTL: "24h" },
      "SECRET_TTL is 48h; istiod refuses more than 24h",
    ],
    [
      "a default above the maximum",
      {},
      { MAX_WORKLOAD_CERT_TTL: "24h", DEFAULT_WORKLOAD_CERT_TTL: "25h" },
      "DEFAULT_WORKLOAD_CERT_TTL is 25h; istiod refuses more than 24h",
    ],
    ["the whole life", { SECRET_GRACE_PERIOD_RATIO: "1" }, {}, 'SECRET_GRACE_PERIOD_RATIO is "1"'],
    ["no grace", { SECRET_GRACE_PERIOD_RATIO: "0" }, {}, 'SECRET_GRACE_PERIOD_RATIO is "0"'],
    ["a length for a share", { SECRET_GRACE_PERIOD_RATIO: "2h" }, {}, 'SECRET_GRACE_PERIOD_RATIO is "2h"'],
    ["a number for a text", { SECRET_GRACE_PERIOD_RATIO: 0.5 }, {}, "SECRET_GRACE_PERIOD_RATIO is 0.5; a text"],
  ])("finds %s", (_, proxyMetadata, env, message) => {
    expect(found(proxyMetadata, env)).toEqual([expect.stringContaining(message)]);
  });

  it("reads istiod's variables among the values as well", () => {
    expect(found({ SECRET_TTL: "48h" }, {}, { pilot: { env: { MAX_WORKLOAD_CERT_TTL: "24h" } } })).toEqual([
      expect.stringContaining("istiod refuses more than 24h"),
    ]);
  });
});
