import { priorityClassNames } from "../../../charts/checks/priority-classes";
import type { KubeObject } from "../../../charts/kube-object";
import { messagesIn, workload } from "./workload-fixture";

const priorityClass = (name: string, value: number, globalDefault = false): KubeObject => ({
  apiVersion: "scheduling.k8s.io/v1",
  kind: "PriorityClass",
  metadata: { name },
  value,
  globalDefault,
});
const withClass = (priorityClassName: string) => workload({ spec: { priorityClassName } });

it.each([
  ["of the rendering", withClass("high")],
  ["of Kubernetes", withClass("system-cluster-critical")],
  ["of nobody", workload()],
])("a pod of a class %s is right", (_, pod) => {
  expect(messagesIn(priorityClassNames, pod, priorityClass("high", 5), priorityClass("low", -5, true))).toEqual([]);
});

it("finds a pod of an unknown class", () => {
  expect(messagesIn(priorityClassNames, withClass("hihg"), priorityClass("high", 5))).toEqual([
    "hihg is no class; system-cluster-critical, system-node-critical, high are",
  ]);
});

it.each([
  ["two are everybody's", [priorityClass("a", 1, true), priorityClass("b", 2, true)], "is the second default"],
  [
    "two are worth the same",
    [priorityClass("a", 1), priorityClass("b", 1)],
    "1 is another class's value too: neither comes before the other",
  ],
  [
    "one is worth more than Kubernetes leaves",
    [priorityClass("a", 1_000_000_001)],
    "1000000001; at most 1000000000: the rest is Kubernetes' own",
  ],
])("finds that %s", (_, classes, message) => {
  expect(messagesIn(priorityClassNames, ...classes)).toEqual([message]);
});
