import type { Finding } from "../finding";
import { NATIVE_SIDECARS_SINCE } from "../reference/istio";
import { compareVersions } from "../reference/version-support";
import { check } from "./check";

const COMPONENTS = ["istiod", "ingressGateway", "egressGateway"] as const;

/** No component may have fewer pods at most than at least. */
export const istioReplicas = check({ istio: [...COMPONENTS] }, ({ istio }) =>
  COMPONENTS.filter((name) => istio[name].maxReplicas < istio[name].replicas).map((name) => ({
    path: ["istio", name, "maxReplicas"],
    given: `${istio[name].maxReplicas}, below ${istio[name].replicas} replicas`,
    allowed: `${istio[name].replicas} or more`,
    mend: "raise maxReplicas, or lower replicas",
  })),
);

/** There is a gateway in every zone. */
export const istioGatewayZones = check(
  { istio: ["ingressGateway"], network: ["zones"] },
  ({ istio: { ingressGateway }, network: { zones } }) =>
    ingressGateway.replicas >= zones.length
      ? []
      : [
          {
            path: ["istio", "ingressGateway", "replicas"],
            given: `${ingressGateway.replicas}, in ${zones.length} zones`,
            allowed: `${zones.length} or more: one per zone`,
            mend: "raise replicas, and maxReplicas with it",
          },
        ],
);

/** No container asks for more than it may use. */
export const istioRequests = check({ istio: [...COMPONENTS, "cni"] }, ({ istio }) =>
  ([...COMPONENTS, "cni"] as const).flatMap((name) => {
    const { requests, limits } = istio[name].resources;
    return (["cpu", "memory"] as const)
      .filter((resource) => requests[resource].value > limits[resource].value)
      .map((resource) => ({
        path: ["istio", name, "resources", "requests", resource],
        given: `${requests[resource]}, above the limit of ${limits[resource]}`,
        allowed: `${limits[resource]} or less`,
        mend: "lower the request, or raise the limit",
      }));
  }),
);

/** Sidecars ask for certificates that istiod signs, and replace them while they hold. */
export const istioCertificateLives = check({ istio: ["certificates"] }, ({ istio: { certificates } }) => {
  const { workloadTtl, maxWorkloadTtl, minGracePeriod } = certificates;
  const longer: Finding[] =
    workloadTtl.seconds <= maxWorkloadTtl.seconds
      ? []
      : [
          {
            path: ["istio", "certificates", "workloadTtl"],
            given: `${workloadTtl}, above the maximum of ${maxWorkloadTtl}`,
            allowed: `${maxWorkloadTtl} or less: istiod refuses a longer one`,
            mend: "lower it, or raise maxWorkloadTtl",
          },
        ];
  const late: Finding[] =
    minGracePeriod.seconds > 0 && minGracePeriod.seconds * 2 <= workloadTtl.seconds
      ? []
      : [
          {
            path: ["istio", "certificates", "minGracePeriod"],
            given: `${minGracePeriod} of ${workloadTtl}`,
            allowed: "more than nothing and at most half of workloadTtl",
            mend: "choose a time that leaves room for retries and isn't most of a certificate's life",
          },
        ];
  return [...longer, ...late];
});

/** Each namespace has one policy, and the mesh's own refuses plaintext: it holds wherever there is no other. */
export const istioPolicies = check({ istio: ["mutualTls", "namespace"] }, ({ istio: { mutualTls, namespace } }) => {
  const { strict, permissive } = mutualTls;
  const all = [
    ...strict.map((name, index) => ({ name, path: ["istio", "mutualTls", "strict", index] })),
    ...permissive.map((name, index) => ({ name, path: ["istio", "mutualTls", "permissive", index] })),
  ];
  const again = all.filter(({ name }, index) => all.findIndex((other) => other.name === name) < index);
  const open: Finding[] = strict.includes(namespace)
    ? []
    : [
        {
          path: ["istio", "mutualTls", "strict"],
          given: `no ${namespace}`,
          allowed: `a list with ${namespace}, whose policy is that of the whole mesh`,
          mend: `add ${namespace}: without it every namespace that isn't named takes plaintext`,
        },
      ];
  return [
    ...again.map(({ name, path }) => ({
      path,
      given: `${name} again`,
      allowed: "each namespace once, in one of the two lists",
      mend: "remove this one, or the other",
    })),
    ...open,
  ];
});

/** Native sidecars need a Kubernetes that keeps init containers running. */
export const istioNativeSidecars = check(
  { istio: ["nativeSidecars"], cluster: ["version"] },
  ({ istio: { nativeSidecars }, cluster: { version } }) =>
    !nativeSidecars || compareVersions(version, NATIVE_SIDECARS_SINCE) >= 0
      ? []
      : [
          {
            path: ["istio", "nativeSidecars"],
            given: `true on Kubernetes ${version}`,
            allowed: `true from Kubernetes ${NATIVE_SIDECARS_SINCE} on`,
            mend: "set it to false, and keep Jobs out of namespaces with injection",
          },
        ],
);
