import { Unreadable } from "../../../policies/resource";
import { byUse, charge, pricedOr, usd } from "../../../review/cost/charge";
import { always } from "../../../review/range";
import { REGION } from "../plan-fixture";

const OF = { what: "gateway", resource: "r", region: REGION, assumption: "two" } as const;

test("money is in whole cents, multiplied from millionths", () => {
  expect(usd(0.768, 18 * 730)).toBe(10_091.52);
  expect(usd(0.0225, 730)).toBe(16.43);
  expect(usd(0.1 + 0.2, 1)).toBe(0.3);
  expect(usd(0.005, 1)).toBe(0.01);
});

describe("a charge", () => {
  it("by the hour is one of 730 hours", () => {
    const amount = { minimum: 0, typical: 1, maximum: 2 };
    expect(charge({ ...OF, service: "natGateway", amount })).toEqual({
      lines: [
        {
          what: "gateway",
          resource: "r",
          minimum: 0,
          typical: 32.85,
          maximum: 65.7,
          unit: "USD/month",
          assumption: "two; 0.045 USD/hour, 730 hours a month",
        },
      ],
      notPriced: [],
    });
  });

  it("by the month or the GiB is one of its unit", () => {
    const { lines } = charge({ ...OF, service: "gp3Storage", amount: always(500) });
    expect(lines).toEqual([expect.objectContaining({ typical: 40, assumption: "two; 0.08 USD/GB-month" })]);
  });

  it("without a price is told, and never nothing", () => {
    const amount = always(1);
    expect(charge({ ...OF, region: "us-gov-west-1", service: "natGateway", amount })).toEqual({
      lines: [],
      notPriced: [{ what: "gateway", resource: "r", reason: "there is no price of natGateway in us-gov-west-1" }],
    });
    expect(charge({ ...OF, region: undefined, service: "natGateway", amount }).notPriced).toEqual([
      { what: "gateway", resource: "r", reason: "the plan doesn't tell its region" },
    ]);
  });
});

test("what depends on use is told with its price", () => {
  expect(byUse("r", "data", REGION, ["natGatewayData", "logsStored"]).notPriced).toEqual([
    { what: "data", resource: "r", reason: "depends on use; 0.045 USD/GB; 0.03 USD/GB-month" },
  ]);
  expect(byUse("r", "data", undefined).notPriced).toEqual([{ what: "data", resource: "r", reason: "depends on use" }]);
});

test("what the plan doesn't show is told, and mistakes of ours are not hidden", () => {
  const hidden = () => {
    throw new Unreadable("size", "secret");
  };
  expect(pricedOr("r", "all", hidden).notPriced).toEqual([{ what: "all", resource: "r", reason: "size is secret" }]);
  expect(() =>
    pricedOr("r", "all", () => {
      throw new TypeError("ours");
    }),
  ).toThrow(TypeError);
});
