import { apiServer } from "../../../health/checks/api-server";
import { expecting, short } from "../expectation-fixture";

const NAME = "arn:aws:eks:eu-central-1:123456789012:cluster/shop-cluster";
const reading = (cluster = NAME, version = "v1.29.15-eks-4f4795d", ready = "ok") => ({
  address: { context: "shop", cluster, server: "https://shop.example.org" },
  version,
  ready,
});
const rows = (...parts: Parameters<typeof reading>) => short(apiServer.judge(reading(...parts), expecting()));

test("accepts the stack's own, ready and of its version", () => {
  expect(rows()).toEqual([
    "as expected: name: shop-cluster",
    "as expected: version: v1.29.15-eks-4f4795d",
    "as expected: /readyz: ok",
  ]);
});

test("accepts the other partitions", () => {
  const gov = "arn:aws-us-gov:eks:us-gov-west-1:123456789012:cluster/shop-cluster";
  expect(rows(gov)[0]).toBe("as expected: name: shop-cluster");
});

test("says nothing of a name that the kubeconfig doesn't tell", () => {
  expect(rows("minikube")).toEqual(["as expected: version: v1.29.15-eks-4f4795d", "as expected: /readyz: ok"]);
});

test.each([
  ["another cluster", [`${NAME}-2`], "finding: name: shop-cluster-2"],
  ["another minor version", [NAME, "v1.30.1"], "finding: version: v1.30.1"],
  ["a minor version that begins alike", [NAME, "v1.290.1"], "finding: version: v1.290.1"],
  ["one that isn't ready", [NAME, "v1.29.15", "[-]etcd failed"], "finding: /readyz: [-]etcd failed"],
] as const)("finds %s", (_, parts, row) => {
  expect(rows(...parts).filter((text) => text.startsWith("finding"))).toEqual([row]);
});
