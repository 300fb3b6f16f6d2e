import { prometheusTargets } from "../../../health/checks/prometheus-targets";
import type { Answer } from "../../../health/probe";
import { expecting, short } from "../expectation-fixture";

const target = (health: string, lastError = "", labels: object = { job: "till", instance: "10.0.0.7:8080" }) => ({
  labels,
  health,
  lastError,
});
const answer = (...activeTargets: readonly object[]): Answer => ({
  text: JSON.stringify({ status: "success", data: { activeTargets } }),
});
const rows = (read: Answer | undefined) => short(prometheusTargets.judge(read, expecting()));

test("accepts targets that are up", () => {
  expect(rows(answer(target("up"), target("up")))).toEqual(["as expected: all: 2 of 2"]);
});

test.each([
  ["a target that is down", target("down", "connection refused"), "till 10.0.0.7:8080: down: connection refused"],
  ["a target that wasn't asked yet", target("unknown"), "till 10.0.0.7:8080: unknown"],
  ["a target without an instance", target("down", "", { job: "till" }), "till: down"],
])("finds %s", (_, one, row) => {
  expect(rows(answer(target("up"), one))).toEqual([`finding: ${row}`]);
});

test.each([
  ["a Prometheus without targets", answer(), "no target"],
  ["no answer", { failure: "no endpoints available" }, "no endpoints available"],
  ["an answer that is a page", { text: "<html>" }, "an answer that is no list of targets"],
  ["an answer without data", { text: '{"status":"error"}' }, "an answer that is no list of targets"],
])("finds %s", (_, read, found) => {
  expect(rows(read)).toEqual([`finding: all: ${found}`]);
});

test("has nothing to look at where the manifests have no Prometheus", () => {
  expect(rows(undefined)).toEqual(["not checked: all: not in this stack's manifests"]);
});
