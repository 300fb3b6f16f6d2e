import { join } from "node:path";
import { LOOPBACK_ADDRESS } from "../../free-ports";
import type { Credentials } from "./credentials";

/** Ports of a control plane, all on the loopback address. */
export interface Ports {
  readonly etcd: number;
  readonly apiServer: number;
}

/** Folder, below that of the control plane, in which the API server puts the certificate that it makes for itself. */
export const CERTIFICATE_FOLDER = "certificates";

/** Addresses of Services where a test names none; the range that EKS takes unless told otherwise. */
export const DEFAULT_SERVICE_CIDR = "172.20.0.0/16";

/** Flags of etcd: one member, on a disk that nobody will read again. */
export function etcdFlags(folder: string, ports: Ports): readonly string[] {
  const client = `http://${LOOPBACK_ADDRESS}:${ports.etcd}`;
  return [
    `--data-dir=${join(folder, "etcd")}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    // There are no peers: any port will do, and none has to be known.
    `--listen-peer-urls=http://${LOOPBACK_ADDRESS}:0`,
    "--unsafe-no-fsync",
    "--log-level=warn",
  ];
}

/**
 * Flags of kube-apiserver. Admission plugins are those that it turns on by itself, Pod Security among them; authorization is RBAC, so that
 * permissions can be tested with
 * {@link ApiClient.as}.
 *
 * @param egressFile says through what pods are reached; without it none is, since there is no node
 */
export function apiServerFlags(
  folder: string,
  ports: Ports,
  credentials: Credentials,
  serviceCidr = DEFAULT_SERVICE_CIDR,
  egressFile?: string,
): readonly string[] {
  return [
    `--etcd-servers=http://${LOOPBACK_ADDRESS}:${ports.etcd}`,
    `--bind-address=${LOOPBACK_ADDRESS}`,
    `--advertise-address=${LOOPBACK_ADDRESS}`,
    `--secure-port=${ports.apiServer}`,
    `--cert-dir=${join(folder, CERTIFICATE_FOLDER)}`,
    `--token-auth-file=${credentials.tokenFile}`,
    "--authorization-mode=RBAC",
    `--service-cluster-ip-range=${serviceCidr}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${credentials.serviceAccountKeyFile}`,
    `--service-account-signing-key-file=${credentials.serviceAccountKeyFile}`,
    // As on EKS. Without it the API server refuses privileged pods before Pod Security is asked.
    "--allow-privileged=true",
    // A loopback address is refused as an endpoint of the Service `kubernetes`, and would be tried for ever.
    "--endpoint-reconciler-type=none",
    ...(egressFile === undefined ? [] : [`--egress-selector-config-file=${egressFile}`]),
  ];
}
