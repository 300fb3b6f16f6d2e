import type { Finding } from "../finding";
import { check } from "./check";

const PATH = ["redisOperator", "nodePool"] as const;

/** The operator's node pool exists. */
export const redisOperatorPool = check({ redisOperator: ["nodePool"], nodePools: "whole" }, (config) => {
  const { nodePool } = config.redisOperator;
  return config.nodePools[nodePool] !== undefined
    ? []
    : [
        {
          path: [...PATH],
          given: nodePool,
          allowed: `a pool of vantage:nodePools: ${Object.keys(config.nodePools).join(", ")}`,
          mend: "name the pool that carries the operator",
        },
      ];
});

/** The operator's node pool takes it: its pod tolerates no taint of a pool. */
export const redisOperatorTaints = check({ redisOperator: ["nodePool"], nodePools: "entries" }, (config) => {
  const { nodePool } = config.redisOperator;
  const repelling = (config.nodePools[nodePool]?.taints ?? []).filter(({ effect }) => effect !== "PreferNoSchedule");
  return repelling.slice(0, 1).map(
    ({ key, value, effect }): Finding => ({
      path: [...PATH],
      given: `${nodePool}, whose nodes have the taint ${key}=${value}:${effect}`,
      allowed: "a pool without such taints: the documented pod tolerates none of them",
      mend: "choose another pool, or take the taint off this one",
    }),
  );
});
