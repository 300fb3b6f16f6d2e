import { LABEL_KEY, LABEL_VALUE } from "../config/sections/fields";

/**
 * Domains whose keys Kubernetes, EKS and Karpenter set themselves, with all below them.
 *
 * Source: Karpenter v0.37.0, pkg/apis/v1beta1/labels.go, `RestrictedLabelDomains`; Amazon EKS API, CreateNodegroup, labels.
 */
const RESERVED_DOMAINS = ["kubernetes.io", "k8s.io", "karpenter.sh", "karpenter.k8s.aws", "eks.amazonaws.com"] as const;

/** The domain below a reserved one that kubelets and Karpenter may use. Source: Kubernetes, NodeRestriction; the same, `LabelDomainExceptions`. */
const OPEN_DOMAIN = "node.kubernetes.io";

/** Keys of the open domain that the cloud provider sets. Source: Kubernetes, well-known labels. */
const SET_BY_KUBERNETES: readonly string[] = ["node.kubernetes.io/instance-type", "node.kubernetes.io/windows-build"];

/** Who puts a label on a node. EKS leaves no domain of Kubernetes open: its API has refused them at times. */
export type Labeller = "EKS" | "kubelet" | "Karpenter";

/** What is wrong with a label that is put on nodes; undefined when nothing is. */
export function labelFault(key: string, value: string, by: Labeller): string | undefined {
  if (!LABEL_KEY.test(key))
    return "is no label key: at most 63 letters, digits, '-', '_' or '.', after a domain and '/'";
  if (!LABEL_VALUE.test(value)) {
    return `has the value "${value}"; it has to be at most 63 letters, digits, '-', '_' or '.'`;
  }
  if (!isReserved(key) || (by !== "EKS" && isOpen(key))) return undefined;
  const open = by === "EKS" ? "" : `, or of ${OPEN_DOMAIN}`;
  return `is in a domain that isn't for labels set by ${by}; it has to be a key without a domain, of one of your own${open}`;
}

/** What is wrong with the key of a taint; undefined when nothing is. */
export function taintKeyFault(key: string): string | undefined {
  if (!LABEL_KEY.test(key)) return "is no key: at most 63 letters, digits, '-', '_' or '.', after a domain and '/'";
  return isReserved(key)
    ? "is in a reserved domain; it has to be a key without a domain, or of one of your own"
    : undefined;
}

function domainOf(key: string): string {
  return key.includes("/") ? key.slice(0, key.indexOf("/")) : "";
}

function isReserved(key: string): boolean {
  return RESERVED_DOMAINS.some((domain) => isWithin(domainOf(key), domain));
}

function isOpen(key: string): boolean {
  return isWithin(domainOf(key), OPEN_DOMAIN) && !SET_BY_KUBERNETES.includes(key);
}

function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}
