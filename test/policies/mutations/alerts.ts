import { changeObject, type Mutation, type Mutations } from "./mutation";

/** Writes something else into a rule file. */
function rewrite(file: string, was: RegExp, now: string): Mutation["change"] {
  return changeObject(
    "ConfigMap",
    ({ data }) => {
      const changed = data[file].replace(was, now);
      if (changed === data[file]) throw new Error(`prod's ${file} has no ${was}.`);
      data[file] = changed;
    },
    /^prometheus-rules$/,
  );
}

/** What the rules about alerts have to catch. */
export const alertMutations: Mutations = {
  "alert-rule-files": [
    { what: "a rule file that is not YAML", change: rewrite("kafka.yaml", /- name: kafka/, "- name: [kafka") },
    { what: "an alert without an expression", change: rewrite("istio.yaml", /expr: .*/, 'expr: ""') },
  ],
  "alert-severity": [
    { what: "a severity that no route knows", change: rewrite("kafka.yaml", /severity: critical/, "severity: high") },
    {
      what: "an alert without a severity",
      change: rewrite("redis-pressure.yaml", /severity: warning/, "level: warning"),
    },
    { what: "an alert that tells nobody", change: rewrite("spot.yaml", /severity: critical/, "severity: none") },
  ],
  "alert-runbook": [
    { what: "an alert without a runbook", change: rewrite("kafka.yaml", /runbook_url: .*\n/, "grafana_uid: x\n") },
    {
      what: "a runbook on another site",
      change: rewrite("istio.yaml", /runbook_url: https:\/\/[^/]+/, "runbook_url: https://wiki.example.com"),
    },
  ],
  "alert-words": [
    { what: "an alert without a summary", change: rewrite("spot.yaml", /summary:/, "title:") },
    { what: "an alert without a description", change: rewrite("karpenter.yaml", /description: .*\n/, "team: x\n") },
  ],
  "alert-patience": [
    { what: "an alert that doesn't say for how long", change: rewrite("kafka.yaml", /for: 5m/, "limit: 5") },
  ],
};
