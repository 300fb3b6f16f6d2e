import { containersOf, podTemplates, portsOf } from "../../../charts/checks/pod-templates";
import type { KubeObject } from "../../../charts/kube-object";

const TEMPLATE = {
  metadata: { labels: { app: "a" } },
  spec: { containers: [{ name: "c" }], initContainers: [{ name: "i" }] },
};
const object = (apiVersion: string, kind: string, fields: object): KubeObject => ({
  apiVersion,
  kind,
  metadata: { name: "a" },
  ...fields,
});

test.each([
  ["Pod", object("v1", "Pod", { spec: TEMPLATE.spec }), ["spec"], {}],
  [
    "Deployment",
    object("apps/v1", "Deployment", { spec: { template: TEMPLATE } }),
    ["spec", "template", "spec"],
    { app: "a" },
  ],
  ["Job", object("batch/v1", "Job", { spec: { template: TEMPLATE } }), ["spec", "template", "spec"], { app: "a" }],
  [
    "CronJob",
    object("batch/v1", "CronJob", { spec: { jobTemplate: { spec: { template: TEMPLATE } } } }),
    ["spec", "jobTemplate", "spec", "template", "spec"],
    { app: "a" },
  ],
])("the pods of a %s, with every container and its path", (_, maker, path, labels) => {
  const [template, ...more] = podTemplates([maker]);
  if (template === undefined) throw new Error("no template");
  expect(more).toEqual([]);
  expect(template.labels).toEqual(labels);
  expect(containersOf(template)).toEqual([
    { path: [...path, "initContainers", 0], container: { name: "i" } },
    { path: [...path, "containers", 0], container: { name: "c" } },
  ]);
});

test("a kind of the same name in another group makes no pods", () => {
  expect(podTemplates([object("example.com/v1", "Deployment", { spec: { template: TEMPLATE } })])).toEqual([]);
});

test("ports are TCP and nameless unless they say more", () => {
  expect(portsOf({ ports: [{ containerPort: 80 }, { name: "dns", containerPort: 53, protocol: "UDP" }] })).toEqual([
    { name: "", number: 80, protocol: "TCP" },
    { name: "dns", number: 53, protocol: "UDP" },
  ]);
});
