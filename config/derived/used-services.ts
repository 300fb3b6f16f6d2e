import type { Platform } from "../platform";
import { type RegionalService, regionService } from "../reference/region-services";

/** The sections that say which services of AWS a stack uses. */
export interface ServiceUse extends Pick<Platform, "securityServices" | "dataAccess"> {
  readonly cluster: Pick<Platform["cluster"], "autoMode">;
}

/** A service, and the path of what asks for it. */
export interface UsedService {
  readonly service: RegionalService;
  readonly path: readonly (string | number)[];
}

/** Grants of a workload that each stand for one service. */
const SERVICE_OF_GRANT = {
  bedrock: "bedrock",
  s3: "s3",
  rds: "rds",
  dynamodb: "dynamodb",
  secrets: "secretsmanager",
  sqs: "sqs",
  kinesis: "kinesis",
  xray: "xray",
  cloudwatch: "monitoring",
} as const satisfies Readonly<Record<string, RegionalService>>;

type Grant = keyof typeof SERVICE_OF_GRANT;

/** The services that a stack asks for beyond what every region has, in the order of its sections. */
export function usedServices({ cluster, securityServices, dataAccess }: ServiceUse): UsedService[] {
  const autoMode: UsedService[] =
    cluster.autoMode === undefined ? [] : [{ service: "eks-auto-mode", path: ["cluster", "autoMode"] }];
  return [...autoMode, ...ofSecurity(securityServices), ...ofWorkloads(dataAccess)];
}

function ofSecurity(section: ServiceUse["securityServices"]): UsedService[] {
  if (section === undefined) return [];
  const guardDuty = ["securityServices", "guardDuty"];
  return [
    { service: "guardduty", path: guardDuty },
    { service: "guardduty-eks-audit-logs", path: guardDuty },
    ...section.guardDuty.protections.map((protection, index) => ({
      service: `guardduty-${protection}` as const,
      path: [...guardDuty, "protections", index],
    })),
    { service: "securityhub", path: ["securityServices", "securityHub"] },
  ];
}

function ofWorkloads(section: ServiceUse["dataAccess"]): UsedService[] {
  if (section === undefined) return [];
  const identity: UsedService = { service: "eks-pod-identity", path: ["dataAccess", "workloads"] };
  const granted = Object.entries(section.workloads).flatMap(([name, { grants }]) =>
    (Object.keys(SERVICE_OF_GRANT) as Grant[])
      .filter((grant) => isGiven(grants[grant]))
      .map((grant) => ({
        service: SERVICE_OF_GRANT[grant],
        path: ["dataAccess", "workloads", name, "grants", grant],
      })),
  );
  return [identity, ...granted];
}

/** Whether a grant says anything: lists are empty and switches off by default. */
function isGiven(grant: unknown): boolean {
  return Array.isArray(grant) ? grant.length > 0 : grant !== undefined && grant !== false;
}

/** The services that a stack asks for and that no source confirms in its region, each once. */
export function unconfirmedServices(
  stack: ServiceUse & { readonly aws: { readonly region: string } },
): { readonly service: RegionalService; readonly source: string }[] {
  const used = new Set(usedServices(stack).map(({ service }) => service));
  return [...used].flatMap((service) => {
    const { availability, source } = regionService(stack.aws.region, service);
    return availability === "unknown" ? [{ service, source }] : [];
  });
}
