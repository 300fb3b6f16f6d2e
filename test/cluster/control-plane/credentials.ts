import { generateKeyPairSync, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Name of the one user that may do everything. */
export const ADMINISTRATOR = "administrator";

/** What a control plane knows its users by. All of it is made anew for each control plane and lives in its folder. */
export interface Credentials {
  /** Bearer token of {@link ADMINISTRATOR}. */
  readonly token: string;
  /** File for `--token-auth-file`. */
  readonly tokenFile: string;
  /** File with the private key that signs tokens of service accounts; the public half is derived from it. */
  readonly serviceAccountKeyFile: string;
}

/** Makes credentials and writes them into the folder, readable by the owner only. */
export function writeCredentials(folder: string): Credentials {
  const tokenFile = join(folder, "tokens.csv");
  const serviceAccountKeyFile = join(folder, "service-account.key");
  const token = randomBytes(24).toString("hex");
  const { privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "sec1", format: "pem" },
  });
  // Columns: token, user, uid, groups. The group is bound to cluster-admin by the API server itself.
  writeFileSync(tokenFile, `${token},${ADMINISTRATOR},${ADMINISTRATOR},"system:masters"\n`, { mode: 0o600 });
  writeFileSync(serviceAccountKeyFile, privateKey, { mode: 0o600 });
  return { token, tokenFile, serviceAccountKeyFile };
}

/** A kubeconfig for other tools; written as JSON, which is YAML too. */
export function kubeconfig(server: string, certificate: string, token: string): string {
  const name = "control-plane";
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      { name, cluster: { server, "certificate-authority-data": Buffer.from(certificate).toString("base64") } },
    ],
    users: [{ name: ADMINISTRATOR, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: ADMINISTRATOR } }],
    "current-context": name,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
