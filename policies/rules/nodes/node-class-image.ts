import { listAt, textAt } from "../../../charts/checks/object-readers";
import { objectRule, problem } from "../../rule";

const TERMS = ["spec", "amiSelectorTerms"];

/** Nodes that Karpenter launches have the image that the stack names. */
export const nodeClassImage = objectRule(
  {
    id: "node-class-image",
    title: "Node classes name a release of their image",
    severity: "high",
    enforcement: "mandatory",
    why: "Karpenter takes the newest image there is and replaces the nodes of older ones: a release of AWS rolls the whole cluster unannounced, a bad one too.",
    remediation:
      "Give spec.amiSelectorTerms an id, a name without *, or an alias with a release such as al2023@v20240807, and raise it on purpose.",
    link: "https://karpenter.sh/docs/tasks/managing-amis/",
  },
  {
    kinds: ["karpenter.k8s.aws/EC2NodeClass"],
    check: (nodeClass) => {
      const terms = listAt(nodeClass, TERMS);
      if (terms.length === 0) return [problem(TERMS, "is not set; it has to name a release of the image")];
      return terms.flatMap((term, index) =>
        isPinned(term)
          ? []
          : [
              problem(
                [...TERMS, index],
                `is ${JSON.stringify(term)}; it has to be an id, a name without *, or an alias with a release`,
              ),
            ],
      );
    },
  },
);

/** Whether a term can only ever select one image. */
function isPinned(term: unknown): boolean {
  const name = textAt(term, ["name"]);
  return (
    textAt(term, ["id"]) !== "" ||
    (name !== "" && !name.includes("*")) ||
    /@(?!latest$).+$/.test(textAt(term, ["alias"]))
  );
}
