/** Where the prices of a region's instances are from, and of which day. */
export interface InstancePrices {
  readonly source: string;
  /** Day on which the source took them from AWS, `YYYY-MM-DD`, or only the year where it says no more. */
  readonly asOf: string;
  /** On demand, Linux, shared tenancy, in USD an hour. A type that isn't here has no price: it is told as such and never counts as free. */
  readonly usdPerHour: Readonly<Record<string, number>>;
}

/** How much larger than the smallest of its family a size is; AWS prices the sizes below in proportion. */
const SIZES = { xlarge: 1, "2xlarge": 2, "3xlarge": 3, "4xlarge": 4, "6xlarge": 6 } as const;

const GENERAL = ["xlarge", "2xlarge", "4xlarge"] as const;
const STORAGE = ["xlarge", "2xlarge", "3xlarge", "6xlarge"] as const;

/** USD an hour of a family's sizes, from that of its xlarge. */
function family(
  name: string,
  xlargeUsdPerHour: number,
  sizes: readonly (keyof typeof SIZES)[] = GENERAL,
): Record<string, number> {
  // In millionths, in which AWS lists prices: products of fractions would leave crumbs.
  const millionths = Math.round(xlargeUsdPerHour * 1e6);
  return Object.fromEntries(sizes.map((size) => [`${name}.${size}`, (millionths * SIZES[size]) / 1e6]));
}

/**
 * Prices of the types in `instance-types.ts`, by region.
 *
 * Source: the lists that Karpenter generates from the AWS Price List and keeps in its repository; each size was compared with its family's xlarge. The documents have three of the same: m6i.4xlarge
 * 0.768 and m7i.4xlarge 0.8064 (001, consolidation), m6i.2xlarge 0.384 (000, WORKER-SPOT-V2).
 */
export const INSTANCE_PRICES: Readonly<Record<string, InstancePrices>> = {
  "us-east-1": {
    source: "aws/karpenter-provider-aws, pkg/providers/pricing/zz_generated.pricing_aws.go",
    asOf: "2026-01-19",
    usdPerHour: {
      ...family("m5", 0.192),
      ...family("m5a", 0.172),
      ...family("m6i", 0.192),
      ...family("m7i", 0.2016),
      ...family("c6i", 0.17),
      ...family("c7i", 0.1785),
      ...family("r6i", 0.252),
      ...family("r7i", 0.2646),
      ...family("m6g", 0.154),
      ...family("r6g", 0.2016),
      ...family("i3en", 0.452, STORAGE),
      "t3.medium": 0.0416,
    },
  },
  "eu-central-1": {
    // Less sure than the others: Karpenter's repository lists only the main region of a partition.
    source:
      "a public estimator of costs for Frankfurt found by code search, not AWS's own list; it has no m7i, c7i, r7i and i3en, and its c6i and r6i end at 2xlarge",
    asOf: "2026",
    usdPerHour: {
      ...family("m6i", 0.23),
      ...family("c6i", 0.194, ["xlarge", "2xlarge"]),
      ...family("r6i", 0.304, ["xlarge", "2xlarge"]),
      "t3.medium": 0.048,
    },
  },
  "us-gov-west-1": {
    source: "aws/karpenter-provider-aws, pkg/providers/pricing/zz_generated.pricing_aws_us_gov.go",
    asOf: "2025-01-20",
    usdPerHour: {
      ...family("m5", 0.242),
      ...family("m5a", 0.218),
      ...family("m6i", 0.242),
      ...family("m7i", 0.2541),
      ...family("c6i", 0.204),
      ...family("c7i", 0.2142),
      ...family("r6i", 0.302),
      ...family("r7i", 0.3171),
      ...family("m6g", 0.1936),
      ...family("r6g", 0.2416),
      ...family("i3en", 0.546, STORAGE),
      "t3.medium": 0.0488,
    },
  },
};

/**
 * What spot instances cost less than on demand, in percent, as an assumption: the prices of spot change by the hour.
 *
 * Source: document 000, section 8, inventory of worker-spot-v2 ($0.1247 an hour on average over a day, on demand $0.384). The weekly saving that the document names elsewhere ($1,840) is more than eleven such
 * nodes cost on demand in a week ($710), and is not used.
 */
export const SPOT_SAVING_PERCENT = 68;
