import { redisOperatorPool, redisOperatorTaints } from "../../../config/checks/redis-operator";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter } from "./prod-findings";

const PATH = ["redisOperator", "nodePool"];

test("prod's pool is there and takes the operator", () => {
  expect([...findingsAfter(redisOperatorPool), ...findingsAfter(redisOperatorTaints)]).toEqual([]);
});

test("finds a pool that isn't there, once", () => {
  const change = ({ redisOperator }: ProdInput) => {
    redisOperator.nodePool = "worker-general-v4";
  };
  expect(findingsAfter(redisOperatorPool, change)).toEqual([
    {
      path: PATH,
      given: "worker-general-v4",
      allowed: "a pool of vantage:nodePools: worker-general-v5, worker-memory-v3, worker-spot-v2, worker-kafka-v2",
      mend: "name the pool that carries the operator",
    },
  ]);
  expect(findingsAfter(redisOperatorTaints, change)).toEqual([]);
});

test("finds a pool whose taint keeps the operator out", () => {
  expect(
    findingsAfter(redisOperatorTaints, ({ redisOperator }) => {
      redisOperator.nodePool = "worker-spot-v2";
    }),
  ).toEqual([
    {
      path: PATH,
      given: "worker-spot-v2, whose nodes have the taint spot-instance=true:NoSchedule",
      allowed: "a pool without such taints: the documented pod tolerates none of them",
      mend: "choose another pool, or take the taint off this one",
    },
  ]);
});

test("a taint that only asks to stay away is none, one that evicts is", () => {
  const withEffect = (effect: "NoExecute" | "PreferNoSchedule") =>
    findingsAfter(redisOperatorTaints, ({ nodePools }) => {
      entry(nodePools, "worker-general-v5").taints = [{ key: "dedicated", value: "x", effect }];
    });
  expect(withEffect("PreferNoSchedule")).toEqual([]);
  expect(withEffect("NoExecute")).toMatchObject([
    { given: "worker-general-v5, whose nodes have the taint dedicated=x:NoExecute" },
  ]);
});
