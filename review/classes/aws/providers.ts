import type { Difference } from "../../diff/compare";
import { keysOf } from "../../diff/diff-path";
import { noneLeft } from "../amounts";
import type { Subject, TypeRows } from "../row";

const HELM = 'Helm, "helm upgrade"; pulumi-kubernetes, helm.sh/v3 Release';

/** Values of a release that change how many pods there are, and not what they are. */
const COUNTS = /^(replicaCount|replicas|minReplicas|maxReplicas)$/;
/** Those of them that bound all pods that run. */
const ALL_PODS = /^(replicaCount|replicas|maxReplicas)$/;

/** What changes of providers, Helm releases and commands do. */
export const PROVIDER_ROWS: readonly TypeRows[] = [
  {
    of: ["pulumi:providers:kubernetes"],
    fields: [
      ...["clusterIdentifier", "kubeconfig"].map((input) => ({
        path: [input],
        class: "replacement" as const,
        reason: (_: Difference, subject: Subject) =>
          `it is another cluster: Pulumi makes ${ownedBy(subject)} again, there`,
        source: "pulumi-kubernetes, DiffConfig",
        replaces: true as const,
      })),
    ],
  },
  {
    of: ["pulumi:providers:aws"],
    fields: [
      {
        path: ["region"],
        class: "replacement",
        reason: (_, subject) => `nothing moves between regions: Pulumi makes ${ownedBy(subject)} again, there`,
        source: "pulumi-aws, DiffConfig",
        replaces: true,
      },
      {
        path: ["defaultTags"],
        class: "in place",
        reason: "tags of everything that has tags change",
        source: "pulumi-aws, provider configuration",
      },
    ],
  },
  {
    of: ["pulumi:providers:"],
    fields: [
      {
        path: ["version"],
        class: "in place",
        reason: "another release of the provider does the work; what it does differently isn't known here",
        source: 'Pulumi, "Default and explicit providers"',
      },
    ],
  },
  {
    of: ["kubernetes:helm.sh/v3:Release"],
    removed: [
      {
        class: "replacement",
        reason: "Helm deletes all that it installed; with definitions among it, all objects of their kinds go, too",
        source: 'Helm, "helm uninstall"',
      },
    ],
    fields: [
      ...["name", "namespace"].map((input) => ({
        path: [input],
        class: "replacement" as const,
        reason: "it is another release: Helm installs it and uninstalls the old one",
        source: "sandbox/kubernetes/replacing-fields.ts, after pulumi-kubernetes",
        replaces: true as const,
      })),
      {
        path: ["values"],
        when: (change) => noneLeft(change) && ALL_PODS.test(keysOf(change.path).at(-1) ?? ""),
        class: "replacement",
        reason: "all pods that it counts are ended: what they served is gone until there are some again",
        source: HELM,
      },
      {
        path: ["values"],
        when: ({ path }) => COUNTS.test(keysOf(path).at(-1) ?? ""),
        class: "in place",
        reason: "pods are added or taken away; the others go on",
        source: HELM,
      },
      {
        path: ["values"],
        class: "rolling",
        reason: "Helm upgrades the release: pods whose template changes with it are replaced one after the other",
        source: HELM,
      },
      {
        path: ["version"],
        class: "rolling",
        reason:
          "Helm upgrades the release to another chart: its pods are replaced one after the other; definitions of its crds folder stay as they are",
        source: 'Helm, "Custom Resource Definitions"',
      },
      ...["atomic", "cleanupOnFail", "maxHistory", "skipAwait", "timeout", "compat", "waitForJobs"].map((input) => ({
        path: [input],
        class: "in place" as const,
        reason: "only how Helm goes about an upgrade changes",
        source: HELM,
      })),
    ],
  },
  {
    of: ["command:local:Command"],
    fields: [
      {
        path: ["triggers"],
        class: "replacement",
        reason: "the command's create runs again, then its old delete",
        source: "@pulumi/command 1.1.3, local/command.js (replaceOnChanges)",
        replaces: true,
      },
      {
        path: ["*"],
        class: "in place",
        reason: "the command's update runs again; what that changes is the command's matter",
        source: "@pulumi/command 1.1.3, local/command.js",
      },
    ],
  },
];

/** What of the plan the provider makes. */
function ownedBy({ urn, around }: Subject): string {
  const count = around.base.resources.filter(({ provider }) => provider === urn).length;
  return count === 0 ? "what this provider makes" : `all that this provider makes (${count} in the plan)`;
}
