import { sessionStores } from "../../../config/checks/alerts";
import type { ProdInput } from "../../infra/prod-platform";
import { findingsAfter } from "./prod-findings";

test("prod's session store is one of its clusters", () => {
  expect(findingsAfter(sessionStores)).toEqual([]);
});

test("finds a store that isn't there", () => {
  expect(
    findingsAfter(sessionStores, ({ alerts }) => {
      alerts.sessionStores = ["redis-prod-sessions", "redis-sessions"];
    }),
  ).toEqual([
    {
      path: ["alerts", "sessionStores", 1],
      given: "redis-sessions",
      allowed: "a cluster of vantage:redis.clusters: redis-prod-main, redis-prod-sessions",
      mend: "name a cluster that is there",
    },
  ]);
});

test("a stack without Redis has none", () => {
  const change = (input: ProdInput) => {
    delete (input as Partial<ProdInput>).redis;
    input.alerts.sessionStores = [];
  };
  expect(findingsAfter(sessionStores, change)).toEqual([]);
});

test("finds a stack with Redis that names none", () => {
  const change = ({ alerts }: ProdInput) => {
    alerts.sessionStores = [];
  };
  expect(findingsAfter(sessionStores, change)).toMatchObject([
    { path: ["alerts", "sessionStores"], given: "no cluster" },
  ]);
});

test("finds a store that is named twice", () => {
  expect(
    findingsAfter(sessionStores, ({ alerts }) => {
      alerts.sessionStores = ["redis-prod-sessions", "redis-prod-sessions"];
    }),
  ).toEqual([
    {
      path: ["alerts", "sessionStores", 1],
      given: "redis-prod-sessions again",
      allowed: "each cluster once",
      mend: "remove one of the two",
    },
  ]);
});
