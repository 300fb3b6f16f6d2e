import { stringify } from "yaml";
import { localVolumesScript } from "./local-volumes";
import type { NodeConfig } from "./node-config";

/** What separates the parts; no part may contain it as a line. */
const BOUNDARY = "VANTAGE-NODE";

/** One part of user data. */
export interface UserDataPart {
  readonly contentType: string;
  readonly content: string;
}

/** A NodeConfig as a part that nodeadm reads. */
export function nodeConfigPart(config: NodeConfig): UserDataPart {
  return { contentType: "application/node.eks.aws", content: stringify(config, { lineWidth: 0 }) };
}

/** A shell script as a part. cloud-init runs it at the first boot, before nodeadm starts the kubelet. */
export function scriptPart(script: string): UserDataPart {
  return { contentType: 'text/x-shellscript; charset="us-ascii"', content: script };
}

/**
 * User data in base64, as launch templates take it: a MIME document, the form that EKS requires in order to merge its own parts.
 *
 * Source: EKS user guide, "Customize managed nodes with launch templates", User data.
 */
export function encodeUserData(parts: readonly UserDataPart[]): string {
  const body = parts.map(({ contentType, content }) => `--${BOUNDARY}\nContent-Type: ${contentType}\n\n${content}\n`);
  const document = [
    `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${BOUNDARY}"\n\n`,
    ...body,
    `--${BOUNDARY}--\n`,
  ].join("");
  return Buffer.from(document, "utf8").toString("base64");
}

/** The user data of a pool: its NodeConfig, after the preparation of local volumes where the pool has them. */
export function poolUserData(config: NodeConfig, { localVolumes }: { readonly localVolumes: boolean }): string {
  return encodeUserData([...(localVolumes ? [scriptPart(localVolumesScript())] : []), nodeConfigPart(config)]);
}
