import type { PlannedResource } from "../../../policies/resource";
import { UNKNOWN } from "../../../sandbox/engine/shown-values";

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";

/** The policies of a plan as documents, by what they decide about. A policy of AWS's own is not among them: a plan has its name only. */
export class PlannedPolicies {
  readonly #byUrn: ReadonlyMap<string, PlannedResource>;
  readonly #byType = new Map<string, PlannedResource[]>();

  constructor(resources: readonly PlannedResource[]) {
    this.#byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    for (const resource of resources) {
      this.#byType.set(resource.type, [...(this.#byType.get(resource.type) ?? []), resource]);
    }
  }

  /** What a role may do: its own policy, and those attached to it. */
  ofRole(name: string): readonly PolicyJson[] {
    const inline = this.#ofType("aws:iam/rolePolicy:RolePolicy").filter(({ inputs }) => inputs.role === name);
    const attached = this.#ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      .filter(({ inputs }) => inputs.role === name && inputs.policyArn === UNKNOWN)
      .flatMap((attachment) => this.#dependencies(attachment, POLICY));
    return [...inline, ...attached].map(({ inputs }) => parsed(inputs.policy));
  }

  /** Who may become a role, where that is known before the cluster exists. */
  trustOf(name: string): PolicyJson | undefined {
    const found = this.#ofType(ROLE).find(({ inputs }) => inputs.name === name);
    return found === undefined || found.inputs.assumeRolePolicy === UNKNOWN
      ? undefined
      : parsed(found.inputs.assumeRolePolicy);
  }

  /** The policy of a bucket, by its name. */
  ofBucket(name: string): PolicyJson | undefined {
    return this.#policyOf("aws:s3/bucketPolicy:BucketPolicy", ({ inputs }) => inputs.bucket === name);
  }

  /** The policy of a queue, by its name. */
  ofQueue(name: string): PolicyJson | undefined {
    return this.#policyOf("aws:sqs/queuePolicy:QueuePolicy", (policy) =>
      this.#dependencies(policy, "aws:sqs/queue:Queue").some(({ inputs }) => inputs.name === name),
    );
  }

  /** The policy of a key, by its alias. */
  ofKey(alias: string): PolicyJson | undefined {
    const named = this.#ofType("aws:kms/alias:Alias").find(({ inputs }) => inputs.name === alias);
    const [key] = named === undefined ? [] : this.#dependencies(named, "aws:kms/key:Key");
    return key === undefined ? undefined : parsed(key.inputs.policy);
  }

  /** The policy of the endpoint of a service. */
  ofEndpoint(service: string): PolicyJson | undefined {
    return this.#policyOf("aws:ec2/vpcEndpoint:VpcEndpoint", ({ inputs }) =>
      String(inputs.serviceName).endsWith(`.${service}`),
    );
  }

  #ofType(type: string): readonly PlannedResource[] {
    return this.#byType.get(type) ?? [];
  }

  #dependencies({ dependencies }: PlannedResource, type: string): readonly PlannedResource[] {
    return dependencies.flatMap((urn) => {
      const resource = this.#byUrn.get(urn);
      return resource?.type === type ? [resource] : [];
    });
  }

  #policyOf(type: string, fits: (resource: PlannedResource) => boolean): PolicyJson | undefined {
    const found = this.#ofType(type).find(fits);
    return found === undefined ? undefined : parsed(found.inputs.policy);
  }
}

/** Values by operator and key. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A policy as it is written. */
export interface PolicyJson {
  readonly Statement: readonly {
    readonly Sid?: string;
    readonly Action: readonly string[];
    readonly Condition?: Conditions;
  }[];
}

function parsed(policy: unknown): PolicyJson {
  return JSON.parse(String(policy)) as PolicyJson;
}
