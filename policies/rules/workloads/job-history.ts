import { valueAt } from "../../../charts/kube-object";
import { objectRule, problem } from "../../rule";

/** How many ended runs a CronJob keeps by default, and how many it may keep: pods of ended jobs stay in etcd, and with them their volumes. */
const LIMITS = [
  { field: "failedJobsHistoryLimit", byDefault: 1, least: 1, most: 10 },
  { field: "successfulJobsHistoryLimit", byDefault: 3, least: 0, most: 10 },
] as const;

/** Of the runs of a CronJob a few are kept, and the last failed one always. */
export const jobHistory = objectRule(
  {
    id: "job-history",
    title: "CronJobs keep a few ended runs, and the last that failed",
    severity: "low",
    enforcement: "mandatory",
    why: "Ended runs without a bound fill etcd; where none that failed is kept, its log is gone when somebody comes to read it.",
    remediation:
      "Leave failedJobsHistoryLimit and successfulJobsHistoryLimit out, or set them within what the message allows.",
    link: "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#jobs-history-limits",
  },
  {
    kinds: ["batch/CronJob"],
    check: (job) =>
      LIMITS.flatMap(({ field, byDefault, least, most }) => {
        const limit = Number(valueAt(job, ["spec", field]) ?? byDefault);
        return limit >= least && limit <= most
          ? []
          : [problem(["spec", field], `is ${limit}; from ${least} to ${most}`)];
      }),
  },
);
