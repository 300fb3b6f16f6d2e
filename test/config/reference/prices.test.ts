import { INSTANCE_PRICES, SPOT_SAVING_PERCENT } from "../../../config/reference/instance-prices";
import { INSTANCE_TYPES } from "../../../config/reference/instance-types";
import { REGIONS } from "../../../config/reference/regions";
import { PRICE_UNITS, SERVICE_PRICES } from "../../../config/reference/service-prices";
import { entry } from "../checks/prod-findings";

describe("prices of instances", () => {
  const { "us-east-1": main, "us-gov-west-1": gov, "eu-central-1": frankfurt } = INSTANCE_PRICES;

  it("are those of known regions, with their source and their day", () => {
    for (const [region, { source, asOf }] of Object.entries(INSTANCE_PRICES)) {
      expect(REGIONS).toHaveProperty(region);
      expect(source).toMatch(/karpenter-provider-aws|not AWS's own list/);
      expect(asOf).toMatch(/^20\d\d(-\d\d-\d\d)?$/);
    }
  });

  it("cover every type that a stack can name, in the first region and in GovCloud", () => {
    expect(Object.keys(main?.usdPerHour ?? {}).sort()).toEqual(Object.keys(INSTANCE_TYPES).sort());
    expect(Object.keys(gov?.usdPerHour ?? {}).sort()).toEqual(Object.keys(INSTANCE_TYPES).sort());
  });

  it.each([
    ["m6i.2xlarge", 0.384],
    ["m6i.4xlarge", 0.768],
    ["m7i.4xlarge", 0.8064],
    ["m5a.2xlarge", 0.344],
    ["c6i.xlarge", 0.17],
    ["c7i.4xlarge", 0.714],
    ["r6i.2xlarge", 0.504],
    ["r7i.4xlarge", 1.0584],
    ["i3en.2xlarge", 0.904],
    ["i3en.3xlarge", 1.356],
    ["i3en.6xlarge", 2.712],
    ["t3.medium", 0.0416],
  ])("%s: %d USD an hour", (type, usdPerHour) => {
    expect(entry(main?.usdPerHour ?? {}, type)).toBe(usdPerHour);
  });

  it("have no types that their source hasn't", () => {
    expect(Object.keys(frankfurt?.usdPerHour ?? {}).sort()).toEqual([
      "c6i.2xlarge",
      "c6i.xlarge",
      "m6i.2xlarge",
      "m6i.4xlarge",
      "m6i.xlarge",
      "r6i.2xlarge",
      "r6i.xlarge",
      "t3.medium",
    ]);
  });

  it("take the documented share off for spot", () => {
    expect(Math.round((1 - 0.1247 / 0.384) * 100)).toBe(SPOT_SAVING_PERCENT);
  });
});

describe("prices of services", () => {
  it("are those of known regions, positive, each with a source", () => {
    const all = Object.entries(SERVICE_PRICES).flatMap(([region, prices]) =>
      Object.entries(prices).map(([service, price]) => ({ region, service, ...price })),
    );
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ usd, source }) => usd <= 0 || source === "")).toEqual([]);
    expect(all.filter(({ region }) => !(region in REGIONS))).toEqual([]);
  });

  it("have in Frankfurt those for which a source was found, and none of the others", () => {
    const frankfurt = entry(SERVICE_PRICES, "eu-central-1");
    expect(Object.fromEntries(Object.entries(frankfurt).map(([service, { usd }]) => [service, usd]))).toEqual({
      eksStandardSupport: 0.1,
      eksExtendedSupport: 0.6,
      natGateway: 0.052,
      interfaceEndpoint: 0.012,
      interfaceEndpointData: 0.01,
      publicIpv4: 0.005,
      networkLoadBalancer: 0.027,
      kmsKey: 1,
      gp3Storage: 0.0952,
      io2Storage: 0.149,
      logsIngested: 0.63,
      s3Standard: 0.0245,
    });
  });

  it("are whole in the first region, and none where no source was found", () => {
    expect(Object.keys(entry(SERVICE_PRICES, "us-east-1")).sort()).toEqual(Object.keys(PRICE_UNITS).sort());
    expect(SERVICE_PRICES).not.toHaveProperty("us-gov-west-1");
  });
});
