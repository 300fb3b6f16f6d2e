import type { Finding } from "../finding";
import { check } from "./check";

/** Prometheus' blocks and the exports have an identity that may write, the blocks' in the namespace of the monitoring: its pods use it. */
export const labIdentities = check(
  { labMonitoring: "whole", clusterBackup: "whole", storage: ["identities"] },
  ({ labMonitoring, clusterBackup, storage: { identities } }) => {
    const users = [
      { path: ["labMonitoring", "blocksIdentity"], name: labMonitoring.blocksIdentity, reads: true },
      { path: ["clusterBackup", "identity"], name: clusterBackup.identity, reads: false },
    ];
    return users.flatMap(({ path, name, reads }): Finding[] => {
      const identity = identities[name];
      if (identity === undefined) {
        const known = Object.keys(identities).join(", ");
        return [{ path, given: name, allowed: `one of ${known}`, mend: "add it to vantage:storage.identities" }];
      }
      const access = reads ? ["read-write"] : ["write", "read-write"];
      const at = ["storage", "identities", name];
      const namespace = labMonitoring.namespace;
      return [
        ...(access.includes(identity.access)
          ? []
          : [
              {
                path: [...at, "access"],
                given: identity.access,
                allowed: access.join(" or "),
                // Thanos looks at what is there before it copies a block.
                mend: `write ${access[0]}`,
              },
            ]),
        ...(!reads || identity.namespace === namespace
          ? []
          : [
              {
                path: [...at, "namespace"],
                given: identity.namespace,
                allowed: `${namespace}, the namespace of vantage:labMonitoring`,
                mend: "write the same namespace in both: from another one Prometheus may not assume the role",
              },
            ]),
      ];
    });
  },
);

/** The namespaces of monitoring and shop are the stack's: without its level nothing holds their pods to anything. */
export const labNamespaces = check(
  { labMonitoring: "whole", shop: "whole", namespaces: "whole" },
  ({ labMonitoring, shop, namespaces }) =>
    Object.entries({ labMonitoring, shop }).flatMap(([section, value]) =>
      Object.hasOwn(namespaces, value.namespace)
        ? []
        : [
            {
              path: [section, "namespace"],
              given: value.namespace,
              allowed: `one of ${Object.keys(namespaces).join(", ")}`,
              mend: "add it to vantage:namespaces, with podSecurity: restricted",
            },
          ],
    ),
);

/** The autoscaler of the backend has something to scale. */
export const backendReplicas = check({ shop: "whole" }, ({ shop }) => {
  if (shop.backend.minReplicas < shop.backend.maxReplicas) return [];
  const { minReplicas, maxReplicas } = shop.backend;
  return [
    {
      path: ["shop", "backend", "maxReplicas"],
      given: `${maxReplicas}`,
      allowed: `more than minReplicas, ${minReplicas}`,
      mend: "raise it, or lower minReplicas",
    },
  ];
});
