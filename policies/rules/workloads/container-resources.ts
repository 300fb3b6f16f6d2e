import { containersOf } from "../../../charts/checks/pod-templates";
import { valueAt } from "../../../charts/kube-object";
import { podRule, problem } from "../../rule";

/** What every container states. A limit on cpu is left to its owner: it slows a container down, and saves nobody. */
const STATED = [
  ["requests", "cpu"],
  ["requests", "memory"],
  ["limits", "memory"],
] as const;

/**
 * Containers say what they need, and what memory they get at most. How far the limit lies above the request is not this rule's: the documents have both, equal amounts for what
 * holds data (Kafka, Redis) and twice the request elsewhere.
 */
export const containerResources = podRule(
  {
    id: "container-resources",
    title: "Every container requests cpu and memory, and limits its memory",
    severity: "high",
    enforcement: "mandatory",
    why: "Without a request a pod is placed where there is no room and evicted first; without a limit one leak takes a node's memory from all others.",
    remediation:
      "State resources.requests.cpu, resources.requests.memory and resources.limits.memory of the container.",
    link: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  },
  {
    check: (template) =>
      containersOf(template).flatMap(({ container, path }) =>
        STATED.flatMap(([kind, resource]) => {
          // The API takes a limit for the request where there is none.
          const given = valueAt(container, ["resources", kind, resource]) ?? limitOf(container, resource);
          if (given !== undefined) return [];
          const instead = kind === "requests" ? ", and no limit stands in for it" : "";
          return [problem([...path, "resources", kind, resource], `is not set${instead}; every container states it`)];
        }),
      ),
  },
);

function limitOf(container: unknown, resource: string): unknown {
  return valueAt(container, ["resources", "limits", resource]);
}
