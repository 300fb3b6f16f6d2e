import type { Json } from "../../../charts/kube-object";
import type { Difference } from "../../diff/compare";
import { keysOf } from "../../diff/diff-path";
import type { Subject, TypeRows } from "../row";

const MOUNTED = 'Kubernetes, "ConfigMaps" (mounted ConfigMaps are updated automatically)';
const RULES = 'Prometheus, "Alerting rules"';

/** What changes of ConfigMaps do; those of Redis are in `redis.ts`. */
export const CONFIGURATION_ROWS: readonly TypeRows[] = [
  {
    of: ["ConfigMap"],
    removed: [
      {
        class: "replacement",
        reason: "what it holds is gone: pods that name it don't start anew",
        source: 'Kubernetes, "ConfigMaps"',
      },
    ],
    fields: [
      {
        path: ["data"],
        when: (_, { before }) => before?.immutable === true,
        class: "replacement",
        reason: "it is immutable: it has to be deleted and made again, and pods see the new one when they start anew",
        source: 'Kubernetes, "ConfigMaps" (immutable)',
        replaces: true,
      },
      {
        path: ["data", "*", "groups", "rules", "annotations"],
        class: "no effect",
        reason: "only people read it, when the alert fires",
        source: RULES,
      },
      {
        path: ["data", "*", "groups", "rules"],
        when: ({ before, after }) => before !== undefined && after === undefined,
        class: "in place",
        reason: "Prometheus reloads its rules: what it told of is no longer told",
        source: RULES,
      },
      {
        path: ["data", "*", "groups"],
        class: "in place",
        reason: (change) => `Prometheus reloads its rules, ${ruleOf(change)}`,
        source: RULES,
      },
      {
        path: ["data"],
        when: (change, subject) => isDashboard(change, subject),
        class: "no effect",
        reason: "a dashboard, which only people read",
        source: 'Grafana, "Provision dashboards"',
      },
      {
        path: ["data"],
        class: "in place",
        reason:
          "its file changes in pods that mount it within a minute or two; what read it at the start keeps the old one until it starts anew",
        source: MOUNTED,
      },
      {
        path: ["binaryData"],
        class: "in place",
        reason: "its file changes in pods that mount it within a minute or two",
        source: MOUNTED,
      },
    ],
  },
  {
    of: ["monitoring.coreos.com/PrometheusRule"],
    fields: [
      {
        path: ["spec", "groups", "rules", "annotations"],
        class: "no effect",
        reason: "only people read it, when the alert fires",
        source: RULES,
      },
      { path: ["spec"], class: "in place", reason: "Prometheus reloads its rules", source: RULES },
    ],
    removed: [
      {
        class: "in place",
        reason: "Prometheus reloads its rules: what these told of is no longer told",
        source: RULES,
      },
    ],
  },
];

/** What of a rule changed. */
function ruleOf({ path, after }: Difference): string {
  const field = keysOf(path).at(-1);
  if (field === "expr") return "and the alert fires, or the series comes, from another expression";
  if (field === "for") return `and the alert waits for ${String(after ?? "nothing")} before it fires`;
  return "which go on from what is known";
}

/** A JSON file with panels is a dashboard. */
function isDashboard({ path }: Difference, { before, after }: Subject): boolean {
  const file = keysOf(path)[1] ?? "";
  return file.endsWith(".json") && [before, after].some((object) => /"panels"/.test(textOf(object?.data, file)));
}

function textOf(data: Json | undefined, file: string): string {
  const files = (data ?? {}) as { readonly [name: string]: Json };
  return typeof files[file] === "string" ? files[file] : "";
}
