import { disruptionBudgets } from "../../../charts/checks/disruption-budgets";
import type { KubeObject } from "../../../charts/kube-object";
import { findIn, messagesIn, workload } from "./workload-fixture";

const budget = (spec: object, namespace = "a"): KubeObject => ({
  apiVersion: "policy/v1",
  kind: "PodDisruptionBudget",
  metadata: { name: "a", namespace },
  spec: { selector: { matchLabels: { app: "a" } }, ...spec },
});

describe("a disruption budget", () => {
  it.each([
    ["maxUnavailable", 1],
    ["maxUnavailable", "1%"],
    ["minAvailable", 2],
    ["minAvailable", "66%"],
  ])("of three pods lets one go with %s %p", (field, value) => {
    expect(findIn(disruptionBudgets, workload(), budget({ [field]: value }))).toEqual([]);
  });

  it.each([
    ["maxUnavailable", 0],
    ["maxUnavailable", "0%"],
    ["minAvailable", 3],
    ["minAvailable", "67%"],
    ["minAvailable", "100%"],
  ])("finds that of three pods none may go with %s %p", (field, value) => {
    expect(findIn(disruptionBudgets, workload(), budget({ [field]: value }))).toMatchObject([
      { path: ["spec", field], message: `${field} ${value} of 3 pods lets none go: no node with one can be drained` },
    ]);
  });

  it("of two workloads counts the pods of both", () => {
    expect(
      findIn(disruptionBudgets, workload(), workload({ kind: "Deployment" }), budget({ minAvailable: 5 })),
    ).toEqual([]);
  });

  it.each([
    ["of no workload", [budget({ maxUnavailable: 1 })]],
    ["of another namespace", [workload(), budget({ maxUnavailable: 1 }, "b")]],
    ["of other labels", [workload({ labels: { app: "b" } }), budget({ maxUnavailable: 1 })]],
    ["without a selector", [workload(), budget({ maxUnavailable: 1, selector: undefined })]],
  ])("finds that one %s covers nothing", (_, objects) => {
    expect(messagesIn(disruptionBudgets, ...objects)).toEqual(["selects no pod of this namespace"]);
  });

  it("with an empty selector covers every pod of its namespace", () => {
    expect(findIn(disruptionBudgets, workload(), budget({ maxUnavailable: 1, selector: {} }))).toEqual([]);
  });
});
