import { textAt } from "../../../../charts/checks/object-readers";
import { resourceText } from "../../../../policies/resource";
import { type ChangedThings, changeOf } from "../changed-things";
import type { PlanIndex } from "../plan-index";
import type { Named } from "./network";

/** What a stack has in a region beside its networks: a service and what is kept in it. */
export interface RegionalService {
  readonly name: string;
  readonly region?: string;
  readonly members: readonly Named[];
}

/** Types that hold something or pass it on, the service as readers call it, and the input that has their names. */
const SERVICES = [
  { type: "aws:s3/bucket:Bucket", service: "S3 buckets", input: "bucket" },
  { type: "aws:sqs/queue:Queue", service: "SQS queues", input: "name" },
  { type: "aws:kms/alias:Alias", service: "KMS keys", input: "name" },
  { type: "aws:cloudwatch/logGroup:LogGroup", service: "Log groups", input: "name" },
] as const;

/** The services of a plan that are of a region, not of a network. */
export function regionalServices(plan: PlanIndex, changed: ChangedThings): readonly RegionalService[] {
  return SERVICES.flatMap(({ type, service, input }) => {
    const byRegion = new Map<string | undefined, Named[]>();
    for (const resource of plan.ofType(type)) {
      const region = plan.regionOf(resource);
      const name = textAt(resource.inputs, [input]) || resource.name;
      const member = { name, ...changeOf([resourceText(resource)], changed) };
      byRegion.set(region, [...(byRegion.get(region) ?? []), member]);
    }
    return [...byRegion].map(([region, members]) => ({
      name: service,
      ...(region === undefined ? {} : { region }),
      members,
    }));
  });
}
