import type { eks } from "@pulumi/aws";
import { isGiven } from "../../resource";
import { problem, resourceRule } from "../../rule";

/** Secrets are encrypted with a key of the account before they are stored. */
export const eksSecretsEncryption = resourceRule<eks.ClusterArgs>(
  {
    id: "eks-secrets-encryption",
    title: "Secrets of the cluster are encrypted with a key of the account",
    severity: "medium",
    enforcement: "mandatory",
    why: "EKS would encrypt them with a key of its own, whose use nobody in the account sees, limits or withdraws.",
    remediation:
      'Give encryptionConfig the ARN of a KMS key and the resource "secrets"; it can be added to a running cluster and never taken away.',
    link: "https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html",
  },
  {
    types: ["aws:eks/cluster:Cluster"],
    check: ({ inputs: { encryptionConfig } }) => {
      if (encryptionConfig === undefined || encryptionConfig === null) {
        return [problem("encryptionConfig", 'is not set; it has to name a KMS key and the resource "secrets"')];
      }
      const { resources, provider } = encryptionConfig;
      return [
        ...(resources.includes("secrets")
          ? []
          : [problem("encryptionConfig.resources", `is ${resources.join(", ") || "empty"}; it has to hold "secrets"`)]),
        // Only that there is one: a preview doesn't know the ARN of a key to come.
        ...(isGiven(provider, "keyArn")
          ? []
          : [problem("encryptionConfig.provider.keyArn", "is not set; it has to be the ARN of a KMS key")]),
      ];
    },
  },
);
