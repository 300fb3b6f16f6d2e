/** Whether a region has something: known to be there, known to be missing, or not known from any source that could be read. */
export type Availability = "available" | "absent" | "unknown";

/** What is known of one service in one region. */
export interface RegionService {
  readonly availability: Availability;
  /** Host whose cryptography is validated after FIPS 140; absent where the region has none of the service. */
  readonly fipsHost?: string;
  /** Where it is stated, or what was looked through in vain. */
  readonly source: string;
}

/** What a stack may ask of a region, beside what every region has. */
export const REGIONAL_SERVICES = [
  "eks",
  "eks-auto-mode",
  "eks-pod-identity",
  "guardduty",
  "guardduty-eks-audit-logs",
  "guardduty-runtime",
  "guardduty-malware",
  "securityhub",
  "bedrock",
  "secretsmanager",
  "kms",
  "sns",
  "sqs",
  "kinesis",
  "dynamodb",
  "rds",
  "s3",
  "xray",
  "monitoring",
  "logs",
  "events",
  "ssm",
] as const;

/** Name of such a service. */
export type RegionalService = (typeof REGIONAL_SERVICES)[number];

const ENDPOINTS = "botocore 1.43.11, data/endpoints.json, partition aws-us-gov";

/** A GovCloud region with what the SDK's endpoints say of it; `host` makes a host of a service's part of it. */
function govCloud(region: string): Readonly<Record<RegionalService, RegionService>> {
  const fips = (host: string): RegionService => ({
    availability: "available",
    fipsHost: `${host}.${region}.amazonaws.com`,
    source: ENDPOINTS,
  });
  const unconfirmed = (source: string): RegionService => ({ availability: "unknown", source });
  const guardDuty = unconfirmed(
    "GuardDuty user guide, Region-specific feature availability: no readable edition names the region; `aws guardduty get-detector` shows it",
  );
  return {
    eks: fips("eks"),
    "eks-auto-mode": unconfirmed(
      "EKS user guide, GovCloud: what is missing there is listed, and Auto Mode is not in the list; no announcement names the region",
    ),
    "eks-pod-identity": { availability: "available", source: `${ENDPOINTS}: eks-auth, without a FIPS host` },
    guardduty: fips("guardduty"),
    "guardduty-eks-audit-logs": guardDuty,
    "guardduty-runtime": guardDuty,
    "guardduty-malware": guardDuty,
    securityhub: fips("securityhub-fips"),
    bedrock: fips("bedrock-fips"),
    secretsmanager: fips("secretsmanager-fips"),
    kms: fips("kms-fips"),
    sns: fips("sns"),
    sqs: fips("sqs"),
    kinesis: fips("kinesis"),
    dynamodb: fips("dynamodb-fips"),
    rds: fips("rds"),
    s3: fips("s3-fips"),
    xray: fips("xray-fips"),
    monitoring: fips("monitoring"),
    logs: fips("logs"),
    events: fips("events"),
    ssm: fips("ssm"),
  };
}

/**
 * Regions whose services differ from the commercial ones, where each of {@link REGIONAL_SERVICES} is assumed to be. What is `absent` is refused; what
 * is `unknown` is said before the first preview.
 *
 * Which EC2 instance types a region offers is in no source that could be read; `aws ec2 describe-instance-type-offerings` lists them.
 */
export const REGION_SERVICES: Readonly<Record<string, Readonly<Record<RegionalService, RegionService>>>> = {
  "us-gov-west-1": govCloud("us-gov-west-1"),
  "us-gov-east-1": govCloud("us-gov-east-1"),
};

/** What is known of a service in a region. */
export function regionService(region: string, service: RegionalService): RegionService {
  return REGION_SERVICES[region]?.[service] ?? { availability: "available", source: "assumed of commercial regions" };
}

/**
 * Regions of this stack with FIPS endpoints of all services that Pulumi itself calls.
 *
 * Source: AWS, "Federal Information Processing Standard (FIPS) 140-3", endpoints by service: the United States, Canada and GovCloud.
 */
export const FIPS_REGIONS: readonly string[] = [
  "us-east-1",
  "us-east-2",
  "us-west-2",
  "us-gov-west-1",
  "us-gov-east-1",
];
