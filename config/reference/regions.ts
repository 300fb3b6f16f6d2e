/** An AWS partition: the first part of every ARN, and the domain its services answer in. */
export type Partition = "aws" | "aws-us-gov" | "aws-cn";

/** What this stack has to know of a region before it talks to it. */
export interface Region {
  readonly partition: Partition;
  /** Domain under which services of the partition answer and service principals are named. */
  readonly dnsSuffix: string;
  /** Availability Zones that an account can see, by name. */
  readonly zones: readonly string[];
}

const zones = (region: string, letters: string): readonly string[] =>
  [...letters].map((letter) => `${region}${letter}`);
const commercial = (region: string, letters: string): Region => ({
  partition: "aws",
  dnsSuffix: "amazonaws.com",
  zones: zones(region, letters),
});
const govCloud = (region: string, letters: string): Region => ({
  partition: "aws-us-gov",
  dnsSuffix: "amazonaws.com",
  zones: zones(region, letters),
});

/**
 * Regions that a stack can name. A region is added here when a stack needs it, so that a misspelt one is found before any call is made.
 *
 * Source: AWS General Reference, "Regions and Zones"; zone names as an ordinary account sees them.
 */
export const REGIONS: Readonly<Record<string, Region>> = {
  "us-east-1": commercial("us-east-1", "abcdef"),
  "us-east-2": commercial("us-east-2", "abc"),
  "us-west-2": commercial("us-west-2", "abcd"),
  "eu-central-1": commercial("eu-central-1", "abc"),
  "eu-west-1": commercial("eu-west-1", "abc"),
  "us-gov-west-1": govCloud("us-gov-west-1", "abc"),
  "us-gov-east-1": govCloud("us-gov-east-1", "abc"),
};
