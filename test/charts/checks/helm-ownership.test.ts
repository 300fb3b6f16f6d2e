import { helmOwnership } from "../../../charts/checks/helm-ownership";
import type { KubeObject } from "../../../charts/kube-object";
import { prodPlatform } from "../../infra/prod-platform";

const platform = prodPlatform();
const MANAGED_BY = "app.kubernetes.io/managed-by";

const found = (metadata: Partial<KubeObject["metadata"]>) =>
  helmOwnership
    .find({ objects: [{ apiVersion: "v1", kind: "Service", metadata: { name: "a", ...metadata } }], platform })
    .map(({ path, message }) => [path, message]);

test.each([
  ["no labels at all", {}],
  ["another manager", { labels: { [MANAGED_BY]: "pulumi" } }],
  ["keys of others", { labels: { "example.com/helm.sh": "x" }, annotations: { helm: "x" } }],
])("holds for %s", (_, metadata) => {
  expect(found(metadata)).toEqual([]);
});

test.each([
  ["the manager as Helm writes it", { labels: { [MANAGED_BY]: "Helm" } }, ["labels", MANAGED_BY], "Helm"],
  ["the manager in lower case", { labels: { [MANAGED_BY]: "helm" } }, ["labels", MANAGED_BY], "helm"],
  ["a chart", { labels: { "helm.sh/chart": "a-1.0.0" } }, ["labels", "helm.sh/chart"], "a-1.0.0"],
  [
    "a release",
    { annotations: { "meta.helm.sh/release-name": "a" } },
    ["annotations", "meta.helm.sh/release-name"],
    "a",
  ],
])("finds %s", (_, metadata, [place = "", key = ""], value) => {
  expect(found(metadata)).toEqual([
    [["metadata", place, key], `${key} is ${value}, but no Helm release has this object`],
  ]);
});
