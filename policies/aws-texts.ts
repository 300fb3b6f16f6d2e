import type { KubeObject } from "../charts/kube-object";
import type { Estate } from "./estate";
import { userDataText } from "./node-config";
import { once, oncePerEstate } from "./once";
import type { Resource } from "./resource";
import { type Problem, problem, type Rule, type RuleDescription, type Subject } from "./rule";
import { objectSubject, resourceSubject, subjectRule } from "./subject-rule";
import { type FoundText, type Path, textsIn } from "./walk";

/**
 * Inputs that the program writes itself, whatever their parts come from. While one of these isn't known, nothing can be said of its resource; other unknown values are what the cloud
 * will answer, and the cloud answers with its own.
 */
const WRITTEN_HERE: ReadonlySet<string | number> = new Set([
  "policy",
  "assumeRolePolicy",
  "userData",
  "stdin",
  "values",
]);

/** Resources of Kubernetes that are objects of the cluster, and are judged as those. */
function isObject({ type }: Resource): boolean {
  return type.startsWith("kubernetes:") && type !== "kubernetes:helm.sh/v3:Release";
}

/** What a rule finds in a text that names something of AWS. */
export interface Named {
  /** What is wrong with it; undefined where nothing is. */
  readonly message: string | undefined;
}

/**
 * A rule about what the texts of all resources and objects name. It applies to those that name something at all. Values of Secrets are not looked at.
 *
 * @param find all that a text names
 */
export function textRule(description: RuleDescription, find: (text: string, estate: Estate) => readonly Named[]): Rule {
  return subjectRule(description, {
    appliesTo: ["all resources and objects"],
    candidates: (estate) =>
      subjects(estate).map(({ subject, texts }) => ({
        subject,
        check: () => {
          const found = texts().flatMap(({ path, text }) =>
            find(text, estate).map(({ message }) => ({ path, message })),
          );
          return found.length === 0 ? undefined : distinct(found.flatMap(toProblem));
        },
      })),
  });
}

/** What has texts, and which. */
interface Subjected {
  readonly subject: Subject;
  readonly texts: () => readonly FoundText[];
}

const subjects = oncePerEstate((estate): readonly Subjected[] => [
  ...estate.resources
    .filter((resource) => !isObject(resource))
    .map((resource) => ({
      subject: resourceSubject(resource),
      texts: once(() => textsIn(resource.inputs, (path) => !WRITTEN_HERE.has(path.at(-1) ?? "")).map(plainText)),
    })),
  ...estate.objects.map((object) => ({ subject: objectSubject(object), texts: once(() => textsOfObject(object)) })),
]);

/** Resources of AWS take user data in base64. */
function plainText({ path, text }: FoundText): FoundText {
  return path.at(-1) === "userData" ? { path, text: userDataText(text) } : { path, text };
}

function textsOfObject(object: KubeObject): readonly FoundText[] {
  return textsIn(object.kind === "Secret" ? { metadata: object.metadata } : object);
}

function toProblem({
  path,
  message,
}: {
  readonly path: Path;
  readonly message: string | undefined;
}): readonly Problem[] {
  return message === undefined ? [] : [problem(path, message)];
}

/** The same literal often stands several times in one document. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    ({ path, message }, index) =>
      problems.findIndex((other) => other.path === path && other.message === message) === index,
  );
}
