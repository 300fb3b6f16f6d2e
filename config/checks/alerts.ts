import type { Finding } from "../finding";
import { check, ifThere } from "./check";

/** Every session store is a Redis cluster of the stack, named once: an alert on another name never fires. */
export const sessionStores = check({ alerts: ["sessionStores"], redis: ifThere(["clusters"]) }, (config) => {
  const clusters = config.redis?.clusters ?? {};
  const { sessionStores: stores } = config.alerts;
  if (config.redis !== undefined && stores.length === 0) {
    return [
      {
        path: ["alerts", "sessionStores"],
        given: "no cluster",
        allowed: `at least one cluster of vantage:redis.clusters: ${Object.keys(clusters).join(", ")}`,
        mend: "name those that evict what users still need",
      },
    ];
  }
  return stores.flatMap((store, index): Finding[] => {
    const path = ["alerts", "sessionStores", index];
    if (clusters[store] === undefined) {
      const allowed = `a cluster of vantage:redis.clusters: ${Object.keys(clusters).join(", ") || "there are none"}`;
      return [{ path, given: store, allowed, mend: "name a cluster that is there" }];
    }
    const again = stores.indexOf(store) < index;
    return again
      ? [{ path, given: `${store} again`, allowed: "each cluster once", mend: "remove one of the two" }]
      : [];
  });
});
