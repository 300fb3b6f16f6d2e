import * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { given } from "./given";

/** Access entries of a cluster under the name that the program gives each. */
export type AccessEntries = Readonly<Record<string, eks.types.input.AccessEntryArgs>>;

/**
 * Lets IAM principals into a cluster: an entry each, and under it the access policies that it is associated with.
 * Logical names are `CLUSTER-ENTRY` and `CLUSTER-ENTRY-POLICY`.
 * Source: pulumi-eks, nodejs/eks/cluster/authenticationMode.ts, createAccessEntries.
 */
export function createAccessEntries(
  component: string,
  clusterName: pulumi.Output<string>,
  entries: AccessEntries,
  opts: pulumi.CustomResourceOptions,
): aws.eks.AccessEntry[] {
  return Object.entries(entries).map(([name, { accessPolicies, username, ...rest }]) => {
    const entry = new aws.eks.AccessEntry(
      `${component}-${name}`,
      given({ ...rest, clusterName, userName: username }),
      opts,
    );
    for (const [policy, association] of Object.entries(accessPolicies ?? {})) {
      const { accessScope, policyArn } = pulumi.output(association);
      new aws.eks.AccessPolicyAssociation(
        `${component}-${name}-${policy}`,
        { accessScope, policyArn, principalArn: rest.principalArn, clusterName },
        { ...opts, parent: entry, dependsOn: [entry] },
      );
    }
    return entry;
  });
}
