import { z } from "zod";
import { dnsLabelField, durationField, patternField } from "./fields";

const workloadField = patternField(
  /^[a-z0-9-]+\/[A-Z][A-Za-z]+\/[a-z0-9.-]+$/,
  "namespace, kind and name, such as kube-system/DaemonSet/node-agent",
  "write namespace/Kind/name",
);

const roleField = patternField(
  /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
  "the name of an IAM role of the account, with its path if it has one",
  "write the name alone, not the ARN: the account is the stack's own",
);

/**
 * `vantage:policies`: what the rules of `policies/` are told of this stack. It stands apart from the sections that it judges, so that opening something takes two changes: the one
 * that does it, and the one that allows it.
 */
export const policiesSection = z
  .strictObject({
    requiredTags: z
      .array(z.string().min(1))
      .min(1)
      .describe("Tags that every resource of AWS which can have tags must have, with a value."),
    namePrefixes: z
      .array(z.string().min(1))
      .min(1)
      .describe("How names that are unique in an account, or in the world, may begin: whose they are must be seen."),
    administrators: z
      .array(roleField)
      .default([])
      .describe(
        "IAM roles of the account, with their path if they have one, that may administer the cluster. Default none.",
      ),
    karpenterMetadataHops: z
      .int()
      .min(1)
      .max(2)
      .default(1)
      .describe(
        "How far answers of the metadata service may travel on nodes that Karpenter launches, in network hops. Default 1: with 2, pods can take the node's credentials. Source: document 001, section 6 (2).",
      ),
    hostAccess: z
      .array(workloadField)
      .default([])
      .describe(
        "Workloads whose pods may use the network, processes, files or devices of their node, of whatever kind that has pods, Jobs and CronJobs included. Default none: such a pod can reach every other on its node.",
      ),
    publicIngress: z
      .array(z.string().min(1))
      .default([])
      .describe(
        "Security group rules that may admit the whole internet, by the logical names of their resources. Default none: clients come through load balancers.",
      ),
    plaintextNamespaces: z
      .array(dnsLabelField)
      .default([])
      .describe(
        "Namespaces whose sidecars may accept plaintext. Default none. Source: document 002, section 3 (legacy-integrations, vendor-webhooks).",
      ),
    managedNodePools: z
      .array(dnsLabelField)
      .default([])
      .describe("Karpenter NodePools that may exist. Source: document 000, section 3 (2 NodePools)."),
    nodeSizes: z
      .array(
        patternField(
          /^[a-z0-9-]+$/,
          "the size of an EC2 instance, such as 2xlarge",
          "write what follows the family's dot",
        ),
      )
      .default([])
      .describe(
        "Sizes of instances that Karpenter may launch. Default none: every size but bare metal. Source: document 001, section 1 (Instance Sizes).",
      ),
    certificates: z
      .strictObject({
        longestWorkload: durationField.describe("The longest life of a workload's certificate in the mesh."),
        longestCa: durationField.describe(
          "The longest life of the mesh's intermediate CA, and of what cert-manager issues. Source: document 002, section 3 (2025-10-03 to 2026-04-01, 180 days).",
        ),
      })
      .optional()
      .describe("How long certificates of the mesh may live; left out where there is no mesh."),
    retention: z
      .record(
        z.string(),
        z.strictObject({
          prefix: z
            .string()
            .default("")
            .describe("How the keys begin that the promise is about. Default empty: every object of the bucket."),
          objects: durationField
            .optional()
            .describe("After which objects expire, exactly; left out where they are kept for good."),
          superseded: durationField.describe("After which superseded versions go, exactly."),
        }),
      )
      .default({})
      .describe(
        "What was promised of each bucket's objects. Source: document 000, section 2 (30 days of RDB snapshots); docs/decisions.md, S2 (the others).",
      ),
  })
  .describe("Settings of the policy rules.");
