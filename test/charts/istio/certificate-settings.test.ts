import { gracePeriodRatio, istiodCertificates, proxyCertificates } from "../../../charts/istio/certificate-settings";
import { goDuration } from "../../../charts/istio/go-duration";
import { Duration } from "../../../config/units/duration";
import { prodPlatform } from "../../infra/prod-platform";

describe("a length of time in Go", () => {
  it.each([
    ["24h", "24h0m0s"],
    ["7d", "168h0m0s"],
    ["90m", "1h30m0s"],
    ["30m", "30m0s"],
    ["90s", "1m30s"],
    ["45s", "45s"],
    ["3600s", "1h0m0s"],
  ])("%s is %s", (text, expected) => {
    expect(goDuration(Duration.parse(text))).toBe(expected);
  });
});

describe("the grace period's share", () => {
  it.each([
    ["24h", "2h", "0.0834"],
    ["24h", "12h", "0.5"],
    ["24h", "6h", "0.25"],
    ["7d", "1h", "0.006"],
    ["100s", "7s", "0.07"],
  ])("of %s, %s before the end, is %s", (life, grace, expected) => {
    expect(gracePeriodRatio(Duration.parse(life), Duration.parse(grace))).toBe(expected);
  });

  it("never replaces a certificate later than asked", () => {
    const life = Duration.parse("24h");
    const early = Array.from({ length: 720 }, (_, index) => Duration.parse(`${index + 1}m`)).filter(
      (grace) => Math.round(Number(gracePeriodRatio(life, grace)) * life.seconds) >= grace.seconds,
    );
    expect(early).toHaveLength(720);
  });
});

test("what sidecars ask for and istiod signs is document 002, section 3: 24 hours, 7 days at most, 2 hours of grace", () => {
  const { certificates } = prodPlatform().istio;
  expect(proxyCertificates(certificates)).toEqual({ SECRET_TTL: "24h0m0s", SECRET_GRACE_PERIOD_RATIO: "0.0834" });
  expect(istiodCertificates(certificates)).toEqual({
    DEFAULT_WORKLOAD_CERT_TTL: "24h0m0s",
    MAX_WORKLOAD_CERT_TTL: "168h0m0s",
  });
});
