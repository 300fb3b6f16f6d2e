import type { KubeObject } from "../../../charts/kube-object";
import { type EndpointSlice, endpoints } from "../../../health/checks/endpoints";
import { expecting, short } from "../expectation-fixture";

const service = (spec: object = { selector: { app: "till" } }, apiVersion = "v1"): KubeObject => ({
  apiVersion,
  kind: "Service",
  metadata: { name: "till", namespace: "shop" },
  spec,
});
const slice = (all: EndpointSlice["endpoints"], namespace = "shop", name = "till"): EndpointSlice => ({
  metadata: { name: `${name}-x7k2p`, namespace, labels: { "kubernetes.io/service-name": name } },
  ...(all === undefined ? {} : { endpoints: all }),
});
const at = (ready?: boolean) => ({ addresses: ["10.0.0.7"], conditions: ready === undefined ? {} : { ready } });
const rows = (slices: readonly EndpointSlice[], ...objects: readonly KubeObject[]) =>
  short(endpoints.judge(slices, expecting(objects)));

test.each([
  ["a ready pod", [slice([at(true)])]],
  ["a pod of which nothing else is said", [slice([at()])]],
  ["one ready pod beside one that isn't", [slice([at(false)]), slice([at(false), at(true)])]],
])("accepts %s", (_, slices) => {
  expect(rows(slices, service())).toEqual(["as expected: all: 1 of 1"]);
});

test.each([
  ["a Service without slices", []],
  ["an empty slice", [slice([])]],
  ["a slice without endpoints", [slice(null)]],
  ["pods that aren't ready", [slice([at(false)])]],
  ["a ready pod of another Service", [slice([at(true)], "shop", "desk")]],
  ["a ready pod of a namesake", [slice([at(true)], "other")]],
])("finds %s", (_, slices) => {
  expect(rows(slices, service())).toEqual(["finding: shop/till: none"]);
});

test.each([
  ["without a selector", service({ ports: [] })],
  ["of another API", service(undefined, "serving.knative.dev/v1")],
])("has nothing to look at for a Service %s", (_, object) => {
  expect(rows([], object)).toEqual(["not checked: all: no Service picks pods in this stack's manifests"]);
});
