import { PRICE_UNITS, SERVICE_PRICES, type Service } from "../../config/reference/service-prices";
import { Unreadable } from "../../policies/resource";
import { eachOf, type Range } from "../range";
import { COST_UNIT, type Priced, unpriced } from "./cost-line";

/** Hours that a month is reckoned with: a twelfth of the 8,760 of a year. Source: AWS Pricing Calculator. */
export const HOURS_PER_MONTH = 730;

/** Something that is charged by the number of it. */
export interface Charge {
  readonly what: string;
  readonly resource: string;
  readonly region: string | undefined;
  readonly service: Service;
  /** How many: of things where the price is one of an hour, all through the month, else of the unit itself. */
  readonly amount: Range;
  /** What the amount is, and what was assumed: `3 volumes of 80 GiB`. */
  readonly assumption: string;
}

/** USD for some units, rounded to cents. Prices are multiplied as whole millionths, in which AWS lists them. */
export function usd(usdPerUnit: number, units: number): number {
  return Math.round((Math.round(usdPerUnit * 1e6) * units) / 1e4) / 100;
}

/** What is paid for something that is charged by the number of it. */
export function charge({ what, resource, region, service, amount, assumption }: Charge): Priced {
  const price = SERVICE_PRICES[region ?? ""]?.[service];
  if (price === undefined) return unpriced(resource, what, noPrice(service, region));
  const per = PRICE_UNITS[service];
  const hours = per.endsWith("hour") ? HOURS_PER_MONTH : 1;
  const amounts = eachOf(amount, (units) => usd(price.usd, units * hours));
  const reckoned = `${assumption}; ${price.usd} USD/${per}${hours === 1 ? "" : `, ${HOURS_PER_MONTH} hours a month`}`;
  return { lines: [{ what, resource, ...amounts, unit: COST_UNIT, assumption: reckoned }], notPriced: [] };
}

/** What is paid for by use, which no plan tells. */
export function byUse(
  resource: string,
  what: string,
  region: string | undefined,
  services: readonly Service[] = [],
): Priced {
  const prices = services.map((service) => {
    const price = SERVICE_PRICES[region ?? ""]?.[service];
    return price === undefined ? noPrice(service, region) : `${price.usd} USD/${PRICE_UNITS[service]}`;
  });
  return unpriced(resource, what, ["depends on use", ...prices].join("; "));
}

/** What is priced, or what about it the plan doesn't show. */
export function pricedOr(resource: string, what: string, price: () => Priced): Priced {
  try {
    return price();
  } catch (error) {
    if (error instanceof Unreadable) return unpriced(resource, what, error.message);
    throw error;
  }
}

/** That there is no price of something where it is. */
export function noPrice(what: string, region: string | undefined): string {
  return region === undefined ? `the plan doesn't tell its region` : `there is no price of ${what} in ${region}`;
}
