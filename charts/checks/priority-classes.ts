import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, numberAt, textAt } from "./object-readers";
import { podTemplates } from "./pod-templates";

/** Classes that Kubernetes has from the start. */
const OF_KUBERNETES: readonly string[] = ["system-cluster-critical", "system-node-critical"];

/** Highest value that is left to others. Source: Kubernetes, Pod Priority and Preemption. */
const HIGHEST = 1_000_000_000;

/** Judges the names that pods give, and the rendered classes among each other. */
export const priorityClassNames: ManifestCheck = {
  title: "Pods name priority classes that are there, each with a value of its own, and one at most is everybody's",
  severity: "high",
  why: "A pod with an unknown class is refused, each time its controller tries; two defaults leave it to chance which one holds.",
  remediation: `Name a class that is rendered, give each a value of its own of at most ${HIGHEST}, and set globalDefault of one at most.`,
  source: "Kubernetes, Pod Priority and Preemption",
  link: "https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/",
  find: ({ objects }) => {
    const classes = objects.filter(
      (object) => object.kind === "PriorityClass" && referenceOf(object).group === "scheduling.k8s.io",
    );
    const known = [...OF_KUBERNETES, ...classes.map(({ metadata }) => metadata.name)];
    return [
      ...podTemplates(objects).flatMap(({ object, path, spec }) => {
        const name = textAt(spec, ["priorityClassName"]);
        if (name === "" || known.includes(name)) return [];
        return [
          finding(object, [...path, "spec", "priorityClassName"], `${name} is no class; ${known.join(", ")} are`),
        ];
      }),
      ...judgeClasses(classes),
    ];
  },
};

function judgeClasses(classes: readonly KubeObject[]): readonly ManifestFinding[] {
  const [, ...further] = classes.filter((one) => valueAt(one, ["globalDefault"]) === true);
  const sameValue = classes.filter((one, index) =>
    classes.slice(0, index).some((other) => numberAt(other, ["value"]) === numberAt(one, ["value"])),
  );
  return [
    ...further.map((one) => finding(one, ["globalDefault"], "is the second default")),
    ...sameValue.map((one) =>
      finding(
        one,
        ["value"],
        `${numberAt(one, ["value"])} is another class's value too: neither comes before the other`,
      ),
    ),
    ...classes
      .filter((one) => numberAt(one, ["value"]) > HIGHEST)
      .map((one) =>
        finding(one, ["value"], `${numberAt(one, ["value"])}; at most ${HIGHEST}: the rest is Kubernetes' own`),
      ),
  ];
}
