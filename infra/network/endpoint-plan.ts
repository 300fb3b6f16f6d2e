import type { Location, Platform } from "../../config/platform";
import type { ENDPOINT_SERVICES } from "../../config/sections/network";

/** Service with an endpoint, as the documents name it. */
export type DocumentedEndpoint = (typeof ENDPOINT_SERVICES)[number];

/** How an endpoint is reached: by routes to a prefix list, or by interfaces that answer under the service's own name. */
export type EndpointKind = "Gateway" | "Interface";

/** One AWS endpoint service. */
export interface EndpointService {
  /** Last part of the service name, such as `ecr.api`. */
  readonly service: string;
  readonly kind: EndpointKind;
}

/**
 * What each documented endpoint is in AWS. The documents count eight; they are ten endpoints, because ECR is two services (its API and the registry that
 * serves layers) and CloudWatch is two (logs and metrics). S3 and DynamoDB are gateways, which cost nothing.
 *
 * `ssm` is one: the API for parameters. Session Manager's channels (`ssmmessages`, `ec2messages`) are not counted by the documents and go
 * through the NAT gateways.
 *
 * Source: document 000, section 12, Network Capacity; VPC user guide, "AWS services that integrate with AWS PrivateLink".
 */
export const ENDPOINTS_IN_AWS: Readonly<Record<DocumentedEndpoint, readonly EndpointService[]>> = {
  s3: [{ service: "s3", kind: "Gateway" }],
  dynamodb: [{ service: "dynamodb", kind: "Gateway" }],
  ecr: [
    { service: "ecr.api", kind: "Interface" },
    { service: "ecr.dkr", kind: "Interface" },
  ],
  sts: [{ service: "sts", kind: "Interface" }],
  ssm: [{ service: "ssm", kind: "Interface" }],
  secretsmanager: [{ service: "secretsmanager", kind: "Interface" }],
  kms: [{ service: "kms", kind: "Interface" }],
  cloudwatch: [
    { service: "logs", kind: "Interface" },
    { service: "monitoring", kind: "Interface" },
  ],
};

/** The endpoints to make, in the order of the stack file, none twice. */
export function planEndpoints(endpoints: Platform["network"]["endpoints"]): EndpointService[] {
  return [...new Set(endpoints)].flatMap((endpoint) => ENDPOINTS_IN_AWS[endpoint]);
}

/**
 * Full name of an endpoint service in a region, the same form in the commercial partition and in GovCloud.
 *
 * Source: VPC user guide, "AWS services that integrate with AWS PrivateLink".
 */
export function endpointServiceName({ region }: Location, { service }: EndpointService): string {
  return `com.amazonaws.${region}.${service}`;
}
