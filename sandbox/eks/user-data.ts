import { stringify } from "yaml";

/** What a node must know of its cluster to join it. */
export interface ClusterMetadata {
  readonly name: string;
  readonly apiServerEndpoint: string;
  /** Base64, as EKS returns it. */
  readonly certificateAuthority: string;
  /** CIDR of the cluster's services. */
  readonly serviceCidr: string;
}

/** A part of the MIME document beside the generated ones: a NodeConfig to merge, or a script. */
export interface UserDataPart {
  readonly content: string;
  readonly contentType: string;
}

/** A taint under its key. An empty value makes the taint a bare key. */
export interface NodeTaint {
  readonly value?: string | undefined;
  readonly effect: string;
}

/** What the user data of a node is built from, beside its cluster. */
export interface UserDataOptions {
  readonly kubeletExtraArgs?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly taints?: Readonly<Record<string, NodeTaint>> | undefined;
  readonly nodeadmExtraOptions?: readonly UserDataPart[] | undefined;
  /** Script that runs after the node has joined; self-managed groups only. */
  readonly extraUserData?: string | undefined;
  /** Takes the place of everything generated. */
  readonly userDataOverride?: string | undefined;
}

const NODE_CONFIG = "application/node.eks.aws";
const SHELL_SCRIPT = 'text/x-shellscript; charset="us-ascii"';

/**
 * The kubelet's command line: the given arguments, then labels and taints as one flag each.
 * Source: pulumi-eks, nodejs/eks/nodes/userdata.ts, buildKubeletFlags.
 */
export function kubeletFlags(options: UserDataOptions): string[] {
  const labels = Object.entries(options.labels ?? {}).map(([key, value]) => `${key}=${value}`);
  const taints = Object.entries(options.taints ?? {}).map(([key, taint]) =>
    taint.value ? `${key}=${taint.value}:${taint.effect}` : `${key}:${taint.effect}`,
  );
  return [
    ...(options.kubeletExtraArgs ? options.kubeletExtraArgs.split(" ") : []),
    ...(labels.length > 0 ? [`--node-labels=${labels.join(",")}`] : []),
    ...(taints.length > 0 ? [`--register-with-taints=${taints.join(",")}`] : []),
  ];
}

function nodeConfig(spec: object): UserDataPart {
  const document = { apiVersion: "node.eks.aws/v1alpha1", kind: "NodeConfig", spec };
  // No folding: a certificate is one line of a thousand characters.
  return { contentType: NODE_CONFIG, content: `---\n${stringify(document, { lineWidth: 0 })}` };
}

/**
 * User data of an Amazon Linux 2023 node: a MIME document whose NodeConfig parts nodeadm merges in order, so that
 * `nodeadmExtraOptions` has the last word over the generated ones.
 *
 * The YAML parses to the same documents as the real provider's; it only quotes and folds differently.
 * Source: pulumi-eks, nodejs/eks/nodes/userdata.ts, createNodeadmUserData.
 */
export function nodeadmUserData(cluster: ClusterMetadata, options: UserDataOptions): string {
  if (options.userDataOverride) return options.userDataOverride;
  const flags = kubeletFlags(options);
  const { serviceCidr: cidr, name, apiServerEndpoint, certificateAuthority } = cluster;
  const parts = [
    nodeConfig({ cluster: { name, apiServerEndpoint, certificateAuthority, cidr } }),
    ...(flags.length > 0 ? [nodeConfig({ kubelet: { flags } })] : []),
    ...(options.nodeadmExtraOptions ?? []),
    ...(options.extraUserData ? [{ contentType: SHELL_SCRIPT, content: options.extraUserData }] : []),
  ];
  const body = parts.map((part) => `--BOUNDARY\nContent-Type: ${part.contentType}\n\n${part.content}\n`).join("");
  return `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="BOUNDARY"\n\n${body}--BOUNDARY--\n`;
}

/** Launch templates carry user data as base64. */
export function encodeUserData(userData: string): string {
  return Buffer.from(userData, "utf-8").toString("base64");
}
