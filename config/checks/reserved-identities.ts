import type { Finding } from "../finding";
import { check } from "./check";

/**
 * What has an identity in a namespace with a quota has a share in the quota: the analytics runs are counted, and of everybody else the namespace's reserve says that it has room for them.
 * Else somebody's pods, of which this stack sees the service account alone, would be refused the day they come.
 */
export const reservedIdentities = check(
  { workloads: ["reserves", "analyticsBatch"], storage: ["identities"] },
  ({ workloads: { reserves, analyticsBatch }, storage: { identities } }): Finding[] => {
    const foreign = Object.entries(identities).filter(([name]) => name !== analyticsBatch.identity);
    const unreserved = foreign.flatMap(([name, { namespace }]): Finding[] => {
      const reserve = reserves[namespace];
      return reserve === undefined || reserve.identities.includes(name)
        ? []
        : [
            {
              path: ["workloads", "reserves", namespace],
              given: `no word of ${name}, whose service account is in the namespace`,
              allowed: "a reserve with room for its pods, and with its name in identities",
              mend: `add what its pods need to requests, limits and pods, and ${name} to identities`,
            },
          ];
    });
    const misplaced = Object.entries(reserves).flatMap(([namespace, reserve]) => {
      const suitable = foreign.filter(([, identity]) => identity.namespace === namespace).map(([name]) => name);
      return reserve.identities.flatMap((name, index): Finding[] =>
        suitable.includes(name) && reserve.identities.indexOf(name) === index
          ? []
          : [
              {
                path: ["workloads", "reserves", namespace, "identities", index],
                given: name,
                allowed: `identities of vantage:storage.identities in ${namespace}, each once: ${suitable.join(", ") || "there are none"}`,
                mend: "name one of these, or remove the line",
              },
            ],
      );
    });
    return [...unreserved, ...misplaced];
  },
);

/** A reserve has no more critical pods than pods. */
export const reservedCriticalPods = check({ workloads: ["reserves"] }, ({ workloads: { reserves } }) =>
  Object.entries(reserves)
    .filter(([, { criticalPods, pods }]) => criticalPods > pods)
    .map(([namespace, { criticalPods, pods }]) => ({
      path: ["workloads", "reserves", namespace, "criticalPods"],
      given: `${criticalPods}`,
      allowed: `at most pods, which is ${pods}`,
      mend: "lower it, or raise pods",
    })),
);
