import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding } from "./object-readers";

/** What a CronJob states because Kubernetes' default for it is hardly ever meant. */
const STATED: readonly { readonly path: readonly string[]; readonly default: string }[] = [
  { path: ["spec", "timeZone"], default: "the schedule would be in the zone of the control plane" },
  { path: ["spec", "concurrencyPolicy"], default: "a run that lasts would be joined by the next one" },
  {
    path: ["spec", "startingDeadlineSeconds"],
    default: "a run that was missed would start at any hour once it can",
  },
  {
    path: ["spec", "jobTemplate", "spec", "activeDeadlineSeconds"],
    default: "a run that hangs would keep every later one from starting",
  },
  {
    path: ["spec", "jobTemplate", "spec", "backoffLimit"],
    default: "a run that can't succeed would be tried six more times",
  },
];

/** Each setting has to be stated, also where the default would do. */
export const cronJobs: ManifestCheck = {
  title: "A CronJob says when, how late, how long, how many at once and how often again",
  severity: "medium",
  why: "By default a schedule is in somebody else's time zone, runs overlap, one that hangs never ends, and a failure is repeated six times.",
  remediation:
    "Set spec.timeZone, spec.startingDeadlineSeconds, spec.concurrencyPolicy to Forbid or Replace, and activeDeadlineSeconds and backoffLimit of the job template.",
  source: "Kubernetes API reference, CronJob; compatibility page, E9",
  link: "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/",
  find: ({ objects }) =>
    objects
      .filter((object) => object.kind === "CronJob" && referenceOf(object).group === "batch")
      .flatMap((job) => [...unstated(job), ...overlapping(job)]),
};

function unstated(job: KubeObject): readonly ManifestFinding[] {
  return STATED.filter(({ path }) => valueAt(job, path) === undefined).map(({ path, default: otherwise }) =>
    finding(job, path, `${path.at(-1)} is missing: ${otherwise}`),
  );
}

function overlapping(job: KubeObject): readonly ManifestFinding[] {
  return valueAt(job, ["spec", "concurrencyPolicy"]) === "Allow"
    ? [finding(job, ["spec", "concurrencyPolicy"], "Allow: runs would overlap; Forbid or Replace")]
    : [];
}
