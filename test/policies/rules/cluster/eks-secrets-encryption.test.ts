import { eksSecretsEncryption } from "../../../../policies/rules/cluster/eks-secrets-encryption";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const IS = `${CLUSTER} main: encryptionConfig`;

describeRule(eksSecretsEncryption, {
  good: () => ({
    resources: [
      resource(CLUSTER, "main", { encryptionConfig: { provider: { keyArn: "[unknown]" }, resources: ["secrets"] } }),
    ],
  }),
  holds: [
    [
      "a key that exists",
      (things) =>
        Object.assign(inputsIn(things).encryptionConfig.provider, { keyArn: "arn:aws:kms:us-east-1:1:key/abc" }),
    ],
  ],
  breaks: [
    [
      "no encryption",
      (things) => delete inputsIn(things).encryptionConfig,
      [`${IS}: is not set; it has to name a KMS key and the resource "secrets"`],
    ],
    [
      "nothing to encrypt",
      (things) => Object.assign(inputsIn(things).encryptionConfig, { resources: [] }),
      [`${IS}.resources: is empty; it has to hold "secrets"`],
    ],
    [
      "no key",
      (things) => Object.assign(inputsIn(things).encryptionConfig, { provider: {} }),
      [`${IS}.provider.keyArn: is not set; it has to be the ARN of a KMS key`],
    ],
  ],
  unreadable: [
    [
      "resources that are known later",
      (things) => Object.assign(inputsIn(things).encryptionConfig, { resources: "[unknown]" }),
      [`${CLUSTER} main: encryptionConfig.resources is unknown before it is created`],
    ],
  ],
});
