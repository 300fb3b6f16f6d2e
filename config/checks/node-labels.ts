import type { ConfigPath } from "../config-path";
import type { Finding } from "../finding";
import { POOL_LABEL } from "../reference/node-labels";
import { check } from "./check";

/** Domains whose keys Kubernetes, EKS and Karpenter set themselves. Source: Karpenter v0.37.0, pkg/apis/v1beta1/labels.go, `RestrictedLabelDomains`. */
const RESERVED_DOMAINS = ["kubernetes.io", "k8s.io", "karpenter.sh", "karpenter.k8s.aws", "eks.amazonaws.com"] as const;

/**
 * The one domain below a reserved one that both the kubelet and Karpenter let a stack use.
 *
 * Source: the same, `LabelDomainExceptions`; Kubernetes, NodeRestriction admission plugin.
 */
const OPEN_DOMAIN = "node.kubernetes.io";

/** Keys of the open domain that the cloud provider sets. */
const SET_BY_KUBERNETES = ["node.kubernetes.io/instance-type", "node.kubernetes.io/windows-build"];

function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}

function isReservedLabel(key: string): boolean {
  const domain = key.includes("/") ? key.slice(0, key.indexOf("/")) : "";
  const closed = RESERVED_DOMAINS.some((reserved) => isWithin(domain, reserved)) && !isWithin(domain, OPEN_DOMAIN);
  return closed || key === POOL_LABEL || SET_BY_KUBERNETES.includes(key);
}

function isReservedTaint(key: string): boolean {
  const domain = key.includes("/") ? key.slice(0, key.indexOf("/")) : "";
  return RESERVED_DOMAINS.some((reserved) => isWithin(domain, reserved));
}

type Pools = Readonly<
  Record<string, { labels: Record<string, string>; taints: { key: string; value: string; effect: string }[] }>
>;

function labelFindings(path: ConfigPath, pools: Pools): Finding[] {
  return Object.entries(pools).flatMap(([pool, { labels }]) =>
    Object.keys(labels)
      .filter(isReservedLabel)
      .map((key) => ({
        path: [...path, pool, "labels", key],
        on: "key" as const,
        given: `the label ${key}`,
        allowed: `keys without a domain, of your own domain, or of ${OPEN_DOMAIN} other than ${POOL_LABEL}`,
        mend:
          key === POOL_LABEL
            ? "remove it: the stack sets it to the pool's name"
            : "choose a key outside the reserved domains",
      })),
  );
}

function taintFindings(path: ConfigPath, pools: Pools): Finding[] {
  return Object.entries(pools).flatMap(([pool, { taints }]) => {
    const names = taints.map(({ key, effect }) => `${key}:${effect}`);
    return taints.flatMap(({ key }, index): Finding[] => {
      const here = [...path, pool, "taints", index];
      if (isReservedTaint(key)) {
        const allowed = `keys outside the domains ${RESERVED_DOMAINS.join(", ")}`;
        return [{ path: [...here, "key"], given: key, allowed, mend: "choose a key of your own" }];
      }
      return names.indexOf(names[index] ?? "") === index
        ? []
        : [
            {
              path: here,
              given: `${names[index]} again`,
              allowed: "one taint per key and effect",
              mend: "remove one of the two",
            },
          ];
    });
  });
}

/** Labels of nodes leave the domains that others set. */
export const nodeLabels = check({ nodePools: "entries" }, ({ nodePools }) => labelFindings(["nodePools"], nodePools));

/** The same for Karpenter, whose API refuses such a NodePool. */
export const karpenterLabels = check({ karpenter: ["nodePools"] }, ({ karpenter: { nodePools } }) =>
  labelFindings(["karpenter", "nodePools"], nodePools),
);

/** Taints are each there once, under keys of the stack's own. */
export const nodeTaints = check({ nodePools: "entries" }, ({ nodePools }) => taintFindings(["nodePools"], nodePools));

/** The same for Karpenter's pools. */
export const karpenterTaints = check({ karpenter: ["nodePools"] }, ({ karpenter: { nodePools } }) =>
  taintFindings(["karpenter", "nodePools"], nodePools),
);
