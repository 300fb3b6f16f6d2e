import { regionalArn } from "../../config/derived/arn";
import { keyAlias } from "../../config/derived/key-names";
import type { Platform } from "../../config/platform";
import type { Statement } from "../identity/policy-document";
import type { Grants } from "./grants";

/** What ends the ARN of every secret: a hyphen and six characters that Secrets Manager makes up. */
const RANDOM_END = "-??????";

/**
 * Patterns of the ARNs of a granted name: the secret itself, or all below it where it ends in `/` or is empty.
 *
 * @example secretArns("my-app/db-creds") is the one secret `<cluster>/my-app/db-creds`
 */
function secretArn({ aws, cluster }: Platform, name: string): string {
  const whole = `secret:${cluster.name}/${name}`;
  return regionalArn(aws, "secretsmanager", name === "" || name.endsWith("/") ? `${whole}*` : `${whole}${RANDOM_END}`);
}

/**
 * Reading secrets of the cluster, and decrypting them with their own key through Secrets Manager alone. The key is named by its alias, because its ARN isn't known before it exists.
 *
 * Source: the GovCloud guide (004), Deploy New Application; Secrets Manager user guide, "Secret encryption and decryption" (kms:EncryptionContext:SecretARN, kms:ViaService).
 */
export function secretStatements(platform: Platform, names: Grants["secrets"]): Statement[] {
  if (names.length === 0) return [];
  const { aws } = platform;
  const arns = names.map((name) => secretArn(platform, name));
  return [
    {
      Sid: "ReadSecrets",
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      Resource: arns,
    },
    {
      Sid: "DecryptSecrets",
      Effect: "Allow",
      Action: ["kms:Decrypt"],
      Resource: [regionalArn(aws, "kms", "key/*")],
      Condition: {
        StringEquals: { "kms:ViaService": `secretsmanager.${aws.region}.${aws.dnsSuffix}` },
        StringLike: { "kms:EncryptionContext:SecretARN": arns },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(platform, "application-secrets") },
      },
    },
  ];
}
