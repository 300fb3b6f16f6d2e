import type { Finding } from "../finding";
import { SPOT_NODE_LABEL } from "../reference/node-labels";
import { check } from "./check";

/** Nodes of a spot pool have the label by which the termination handler finds them. */
export const spotPoolLabels = check({ nodePools: "entries" }, ({ nodePools }) =>
  Object.entries(nodePools)
    .filter(([, { capacity }]) => capacity === "spot")
    .flatMap(([name, { labels }]) =>
      Object.entries(SPOT_NODE_LABEL)
        .filter(([key, value]) => labels[key] !== value)
        .map(
          ([key, value]): Finding => ({
            path: ["nodePools", name, "labels", key],
            given: labels[key] ?? "nothing, on a spot pool",
            allowed: value,
            mend: `add ${key}: ${value} to the pool's labels: without it nobody drains its nodes before EC2 takes them back`,
          }),
        ),
    ),
);
