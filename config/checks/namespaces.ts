import type { ConfigPath } from "../config-path";
import type { Finding } from "../finding";
import { KUBERNETES_NAMESPACE } from "../reference/istio";
import { ADD_ON_LEVELS, isStricter, POD_SECURITY_LEVELS } from "../reference/pod-security";
import { ADD_ONS } from "../sections/add-ons";
import type { StackConfig } from "../stack-schema";
import { check, ifThere } from "./check";

type Namespaces = StackConfig["namespaces"];

/** Namespaces that something of the stack is in, or that something is said of, and that the stack doesn't make. */
function unknown(namespaces: Namespaces, named: readonly (readonly [ConfigPath, string])[]): Finding[] {
  return named
    .filter(([, name]) => namespaces[name] === undefined && !KUBERNETES_NAMESPACE.test(name))
    .map(([path, name]) => ({
      path,
      given: name,
      allowed: `a namespace of vantage:namespaces: ${Object.keys(namespaces).join(", ")}`,
      mend: "name one of these, or add the namespace there with its level",
    }));
}

const listed = (path: ConfigPath, names: readonly string[]) =>
  names.map((name, index) => [[...path, index], name] as const);

/** What is installed, and whose identities there are, is in namespaces that the stack makes. */
export const inhabitedNamespaces = check(
  {
    namespaces: "whole",
    addOns: ["releases"],
    karpenter: ifThere(["namespace"]),
    istio: ifThere(["namespace"]),
    redis: ifThere(["namespace"]),
    redisOperator: ifThere(["namespace"]),
    storage: ["identities"],
  },
  ({ namespaces, addOns: { releases }, storage: { identities }, karpenter, istio, redis, redisOperator }) =>
    unknown(namespaces, [
      ...Object.entries(releases).map(
        ([name, { namespace }]) => [["addOns", "releases", name, "namespace"], namespace] as const,
      ),
      ...Object.entries({ karpenter, istio, redis, redisOperator }).flatMap(([name, system]) =>
        system === undefined ? [] : [[[name, "namespace"], system.namespace] as const],
      ),
      ...Object.entries(identities).map(
        ([name, { namespace }]) => [["storage", "identities", name, "namespace"], namespace] as const,
      ),
    ]),
);

/** Who is let in, and whom a policy speaks of, are namespaces that there are: a misspelt one would be neither. */
export const namedNamespaces = check(
  {
    namespaces: "whole",
    istio: ifThere(["mutualTls"]),
    kafka: ifThere(["listeners"]),
    schemaRegistry: ifThere(["clientNamespaces"]),
    redis: ifThere(["clusters"]),
  },
  ({ namespaces, istio, kafka, schemaRegistry, redis }) =>
    unknown(namespaces, [
      ...listed(["istio", "mutualTls", "strict"], istio?.mutualTls.strict ?? []),
      ...listed(["istio", "mutualTls", "permissive"], istio?.mutualTls.permissive ?? []),
      ...listed(["kafka", "listeners", "plainNamespaces"], kafka?.listeners.plainNamespaces ?? []),
      ...listed(["schemaRegistry", "clientNamespaces"], schemaRegistry?.clientNamespaces ?? []),
      ...Object.entries(redis?.clusters ?? {}).flatMap(([name, { clients }]) =>
        listed(["redis", "clusters", name, "clients"], clients),
      ),
    ]),
);

/** Namespaces of Kubernetes' own are there before the stack, and are not its to change. */
export const kubernetesNamespaces = check({ namespaces: "entries" }, ({ namespaces }) =>
  Object.keys(namespaces)
    .filter((name) => KUBERNETES_NAMESPACE.test(name))
    .map((name) => ({
      path: ["namespaces", name],
      given: name,
      allowed: "names that don't begin with kube-",
      mend: "remove it: Kubernetes makes it",
    })),
);

/** No namespace refuses the pods of the add-ons in it. */
export const addOnLevels = check(
  { namespaces: "entries", addOns: ["releases"] },
  ({ namespaces, addOns: { releases } }) =>
    ADD_ONS.flatMap((name): Finding[] => {
      const namespace = releases[name]?.namespace;
      if (namespace === undefined) return [];
      const level = namespaces[namespace]?.podSecurity;
      const needed = ADD_ON_LEVELS[name];
      if (level === undefined || !isStricter(level, needed)) return [];
      const enough = POD_SECURITY_LEVELS.filter((candidate) => !isStricter(candidate, needed));
      return [
        {
          path: ["namespaces", namespace, "podSecurity"],
          given: `${level}, with ${name} in the namespace`,
          allowed: `${enough.join(" or ")}: its pods need ${needed}`,
          mend: `choose ${needed}, or give ${name} a namespace of its own`,
        },
      ];
    }),
);

/** The control plane has no sidecars: they would need it to start. */
export const controlPlaneSidecars = check(
  { namespaces: "entries", istio: ["namespace"] },
  ({ namespaces, istio: { namespace } }) =>
    namespaces[namespace]?.injection
      ? [
          {
            path: ["namespaces", namespace, "injection"],
            given: "true, in the namespace of the control plane",
            allowed: "false",
            mend: "remove injection: istiod and the gateways need none",
          },
        ]
      : [],
);
