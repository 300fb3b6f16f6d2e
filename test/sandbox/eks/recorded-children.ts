import * as pulumi from "@pulumi/pulumi";

/** A resource that a component registered. */
export interface Child {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}

/** Outputs that AWS would add, by type token; everything else echoes its inputs. */
const OUTPUTS: Readonly<Record<string, Record<string, unknown>>> = {
  "aws:eks/cluster:Cluster": {
    arn: "arn:aws:eks:eu-west-1:111122223333:cluster/shop",
    endpoint: "https://0A1B.gr7.eu-west-1.eks.amazonaws.com",
    certificateAuthority: { data: "LS0t" },
    identities: [{ oidcs: [{ issuer: "https://oidc.eks.eu-west-1.amazonaws.com/id/0A1B" }] }],
    vpcConfig: { clusterSecurityGroupId: "sg-made-by-eks" },
    kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: "172.20.0.0/16" },
  },
  "aws:ec2/launchTemplate:LaunchTemplate": { latestVersion: 7 },
  "aws:ec2/securityGroupRule:SecurityGroupRule": { securityGroupRuleId: "sgr-1" },
};

/**
 * Makes registrations land in the returned list instead of an engine. Call it before each test.
 * Ids are `NAME-id`, ARNs `arn:NAME` unless the type has its own.
 */
export function recordChildren(): Child[] {
  const children: Child[] = [];
  pulumi.runtime.setMocks({
    newResource({ type, name, inputs }) {
      children.push({ type, name, inputs });
      return { id: `${name}-id`, state: { arn: `arn:${name}`, name, ...inputs, ...OUTPUTS[type] } };
    },
    call: ({ token }) => (token === "aws:index/getPartition:getPartition" ? { partition: "aws-us-gov" } : {}),
  });
  return children;
}

/** Waits until registrations stop coming: all of them run on the event loop of this process. */
export async function settled(children: readonly Child[]): Promise<void> {
  for (let seen = -1, quietTurns = 0; quietTurns < 50; ) {
    await new Promise((resolve) => setImmediate(resolve));
    quietTurns = children.length === seen ? quietTurns + 1 : 0;
    seen = children.length;
  }
}

/** The resolved value of an output or of an object of outputs. */
export function resolved<T>(value: pulumi.Input<T>): Promise<unknown> {
  return new Promise((resolve) => pulumi.output(value).apply((known) => resolve(known)));
}

/** The inputs of the one child with this type and name. */
export function inputsOf(children: readonly Child[], type: string, name: string): Record<string, unknown> {
  const found = children.filter((child) => child.type === type && child.name === name);
  if (found.length !== 1 || !found[0]) {
    throw new Error(
      `${found.length} children ${type} ${name} among ${children.map((c) => `${c.type} ${c.name}`).join(", ")}`,
    );
  }
  return found[0].inputs;
}
