import { jobHistory } from "../../../../policies/rules/workloads/job-history";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { cronJob } from "./workload-objects";

const specIn = (things: Parameters<typeof objectNamed>[0]) => objectNamed(things, "report").spec;
const CRON_JOB = "batch/CronJob shop/report: spec";

describeRule(jobHistory, {
  good: () => ({ objects: [cronJob()] }),
  holds: [
    [
      "limits of its own",
      (things) => Object.assign(specIn(things), { failedJobsHistoryLimit: 10, successfulJobsHistoryLimit: 0 }),
    ],
  ],
  breaks: [
    [
      "failures that leave nothing behind",
      (things) => Object.assign(specIn(things), { failedJobsHistoryLimit: 0 }),
      [`${CRON_JOB}.failedJobsHistoryLimit: is 0; from 1 to 10`],
    ],
    [
      "runs that pile up",
      (things) => Object.assign(specIn(things), { successfulJobsHistoryLimit: 11 }),
      [`${CRON_JOB}.successfulJobsHistoryLimit: is 11; from 0 to 10`],
    ],
  ],
});
