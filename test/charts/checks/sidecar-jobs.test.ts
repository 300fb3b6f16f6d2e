import { sidecarJobs } from "../../../charts/checks/sidecar-jobs";
import { type KubeObject, pathText } from "../../../charts/kube-object";
import { namespace, operator, platform, shopObject } from "./istio-fixture";

const job = (template: object) => shopObject("batch/v1", "Job", { spec: { template } });
const cronJob = (template: object) =>
  shopObject("batch/v1", "CronJob", { spec: { jobTemplate: { spec: { template } } } });
const found = (...objects: KubeObject[]) =>
  sidecarJobs.find({ objects, platform }).map(({ path, message }) => `${pathText(path)}: ${message}`);
const native = (value: string) =>
  operator({ components: { pilot: { k8s: { env: [{ name: "ENABLE_NATIVE_SIDECARS", value }] } } } });
const SHOP = namespace("shop");
const OUT = { "sidecar.istio.io/inject": "false" };

describe("check sidecar-jobs", () => {
  it.each([
    ["native sidecars", [SHOP, native("true"), job({})]],
    [
      "native sidecars by value",
      [SHOP, operator({ values: { pilot: { env: { ENABLE_NATIVE_SIDECARS: "true" } } } }), job({})],
    ],
    ["no sidecars", [namespace("shop", { "istio-injection": "disabled" }), native("false"), job({})]],
    ["a Job that opts out by label", [SHOP, native("false"), job({ metadata: { labels: OUT } })]],
    ["a CronJob that opts out by annotation", [SHOP, cronJob({ metadata: { annotations: OUT } })]],
    ["the network of the node", [SHOP, job({ spec: { hostNetwork: true } })]],
    ["what never ends anyway", [SHOP, shopObject("apps/v1", "Deployment")]],
  ])("holds for %s", (_, objects) => {
    expect(found(...objects)).toEqual([]);
  });

  it.each([
    ["a Job", [SHOP, native("false"), job({})], "spec.template: its pods get a sidecar that never ends"],
    ["a CronJob", [SHOP, cronJob({})], "spec.jobTemplate.spec.template: its pods get a sidecar that never ends"],
  ])("finds %s", (_, objects, message) => {
    expect(found(...objects)).toEqual([expect.stringContaining(message)]);
  });
});
