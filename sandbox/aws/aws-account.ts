import { isList, isMap, type Properties } from "../server/properties";
import { ServiceRefusal } from "../server/service-refusal";

/** Where a provider works, and what follows from it. */
export interface AwsAccount {
  /** Twelve digits. */
  readonly account: string;
  /** Country, direction and number. Decides the partition. */
  readonly region: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** Domain of the partition's endpoints. */
  readonly dnsSuffix: string;
  /** Tags that the provider puts on everything that takes tags. */
  readonly defaultTags: Properties;
}

/** What a region's name says about its partition. Source: AWS General Reference, "AWS partitions". */
const PARTITIONS = [
  { prefix: "cn-", partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  { prefix: "us-gov-", partition: "aws-us-gov", dnsSuffix: "amazonaws.com" },
  { prefix: "", partition: "aws", dnsSuffix: "amazonaws.com" },
] as const;

/** Partition and domain of a region. */
export function partitionOf(region: string): { readonly partition: string; readonly dnsSuffix: string } {
  const { partition, dnsSuffix } = PARTITIONS.find(({ prefix }) => region.startsWith(prefix)) ?? PARTITIONS[2];
  return { partition, dnsSuffix };
}

/**
 * Reads a provider's configuration.
 *
 * @throws ServiceRefusal if region or account are missing: without an account there are no ARNs, and the sandbox has no credentials to ask.
 */
export function awsAccountOf(config: Properties): AwsAccount {
  const { region, allowedAccountIds, defaultTags } = config;
  if (typeof region !== "string" || !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
    throw new ServiceRefusal(
      `aws provider: region is ${JSON.stringify(region)}; set the name of a region on the provider`,
    );
  }
  const account = isList(allowedAccountIds) ? allowedAccountIds[0] : undefined;
  if (typeof account !== "string" || !/^\d{12}$/.test(account)) {
    throw new ServiceRefusal(
      `aws provider: allowedAccountIds is ${JSON.stringify(allowedAccountIds)}; set it to a list with the twelve digits of the account, which the sandbox uses in every ARN`,
    );
  }
  const tags = isMap(defaultTags) && isMap(defaultTags.tags) ? defaultTags.tags : {};
  return { account, region, ...partitionOf(region), defaultTags: tags };
}
