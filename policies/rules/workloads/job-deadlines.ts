import { numberAt } from "../../../charts/checks/object-readers";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { givenText } from "../../pod-security/control";
import { objectRule, type Problem, problem } from "../../rule";

/** The controller looks for what is due every ten seconds; a shorter deadline may never be met. Source: kubernetes.io, CronJob limitations */
const SHORTEST_START_SECONDS = 10;

/** Jobs end, and a CronJob's start is not missed between two looks. That CronJobs have deadlines at all is the check `cron-jobs`. */
export const jobDeadlines = objectRule(
  {
    id: "job-deadlines",
    title: "Jobs have a deadline, and the deadline for a CronJob's start can be met",
    severity: "medium",
    enforcement: "mandatory",
    why: "A run that hangs holds its place and its memory for ever, and the controller, which looks every ten seconds, may never start one that is due for less.",
    remediation:
      "Set activeDeadlineSeconds of the Job above its longest run, and startingDeadlineSeconds of a CronJob to ten seconds or more.",
    link: "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/",
  },
  {
    kinds: ["batch/Job", "batch/CronJob"],
    check: (job) => (job.kind === "Job" ? ending(job) : starting(job)),
  },
);

function ending(job: KubeObject): readonly Problem[] {
  const at = ["spec", "activeDeadlineSeconds"];
  return numberAt(job, at) > 0 ? [] : [problem(at, `${givenText(valueAt(job, at))}; a number of seconds`)];
}

function starting(job: KubeObject): readonly Problem[] {
  const at = ["spec", "startingDeadlineSeconds"];
  const given = valueAt(job, at);
  return given === undefined || numberAt(job, at) >= SHORTEST_START_SECONDS
    ? []
    : [problem(at, `${givenText(given)}; at least ${SHORTEST_START_SECONDS} seconds`)];
}
