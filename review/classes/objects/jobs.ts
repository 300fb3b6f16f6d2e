import type { TypeRows } from "../row";

/** What changes of Jobs, and of what makes them, do; what is in their pods is in `pod-templates.ts`. */
export const JOB_ROWS: readonly TypeRows[] = [
  {
    of: ["batch/CronJob"],
    removed: [
      {
        class: "in place",
        reason: "it doesn't run any more; a run that goes on is ended",
        source: 'Kubernetes, "CronJob"',
      },
    ],
    fields: [
      {
        path: ["spec", "suspend"],
        class: "in place",
        reason: (change) =>
          change.after === true ? "no run starts any more until it is switched on" : "runs start again",
        source: 'Kubernetes, "CronJob"',
      },
      {
        path: ["spec"],
        when: ({ path }) => path[1] !== "jobTemplate",
        class: "in place",
        reason: "it counts from the next run on",
        source: 'Kubernetes, "CronJob" (modifying)',
      },
      {
        path: ["spec", "jobTemplate"],
        when: ({ path }) => path[3] !== "template",
        class: "in place",
        reason: "it counts from the next run on",
        source: 'Kubernetes, "CronJob" (modifying)',
      },
    ],
  },
  {
    of: ["batch/Job"],
    added: [{ class: "in place", reason: "it runs once", source: 'Kubernetes, "Jobs"' }],
    removed: [
      {
        class: "in place",
        reason: "a run that goes on is ended, and what is known of one that ended is gone",
        source: 'Kubernetes, "Jobs"',
      },
    ],
    fields: [
      {
        path: ["spec"],
        when: ({ path }) => ["template", "completions", "parallelism", "selector"].includes(String(path[1])),
        class: "replacement",
        reason: "a Job can't change: Pulumi deletes it and makes it again, so that it runs once more",
        source: 'Kubernetes, "Jobs"; pulumi-kubernetes, diff.go (forceNew)',
        replaces: true,
      },
    ],
  },
];
