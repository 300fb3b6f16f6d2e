import { jobDeadlines } from "../../../../policies/rules/workloads/job-deadlines";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { cronJob } from "./workload-objects";

const job = () => ({
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: { name: "once", namespace: "shop" },
  spec: { activeDeadlineSeconds: 60 },
});
const CRON_JOB = "batch/CronJob shop/report: spec";

describeRule(jobDeadlines, {
  good: () => ({ objects: [cronJob(), job()] }),
  holds: [
    [
      "a CronJob without deadlines, which the check cron-jobs sees",
      (things) => delete objectNamed(things, "report").spec.startingDeadlineSeconds,
    ],
  ],
  breaks: [
    [
      "a start that the controller may miss",
      (things) => Object.assign(objectNamed(things, "report").spec, { startingDeadlineSeconds: 9 }),
      [`${CRON_JOB}.startingDeadlineSeconds: is 9; at least 10 seconds`],
    ],
    [
      "a job without an end",
      (things) => delete objectNamed(things, "once").spec.activeDeadlineSeconds,
      ["batch/Job shop/once: spec.activeDeadlineSeconds: is not set; a number of seconds"],
    ],
  ],
});
