import { cronJobs } from "../../../charts/checks/cron-jobs";
import type { KubeObject } from "../../../charts/kube-object";
import { findIn } from "./workload-fixture";

const cronJob = (fields: object = {}, job: object = { backoffLimit: 1, activeDeadlineSeconds: 60 }): KubeObject => ({
  apiVersion: "batch/v1",
  kind: "CronJob",
  metadata: { name: "a", namespace: "a" },
  spec: {
    timeZone: "Etc/UTC",
    startingDeadlineSeconds: 60,
    concurrencyPolicy: "Forbid",
    ...fields,
    jobTemplate: { spec: job },
  },
});

it.each([
  ["forbids a second run", {}],
  ["replaces the first run", { concurrencyPolicy: "Replace" }],
])("a CronJob that %s is right", (_, fields) => {
  expect(findIn(cronJobs, cronJob(fields))).toEqual([]);
});

it("no retries are as good as some", () => {
  expect(findIn(cronJobs, cronJob({}, { backoffLimit: 0, activeDeadlineSeconds: 60 }))).toEqual([]);
});

it.each([
  ["timeZone", cronJob({ timeZone: undefined }), "timeZone is missing"],
  ["concurrencyPolicy", cronJob({ concurrencyPolicy: undefined }), "concurrencyPolicy is missing"],
  ["concurrencyPolicy", cronJob({ concurrencyPolicy: "Allow" }), "Allow: runs would overlap"],
  ["backoffLimit", cronJob({}, { activeDeadlineSeconds: 60 }), "backoffLimit is missing"],
  ["startingDeadlineSeconds", cronJob({ startingDeadlineSeconds: undefined }), "startingDeadlineSeconds is missing"],
  ["activeDeadlineSeconds", cronJob({}, { backoffLimit: 1 }), "activeDeadlineSeconds is missing"],
])("finds that %s isn't stated, or lets runs overlap", (_, job, message) => {
  expect(findIn(cronJobs, job)).toMatchObject([{ message: expect.stringContaining(message) }]);
});
