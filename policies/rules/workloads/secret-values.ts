import { listAt, mappingAt, textAt } from "../../../charts/checks/object-readers";
import { containersOf, podTemplates, type TemplateContainer } from "../../../charts/checks/pod-templates";
import { type KubeObject, referenceOf, valueAt } from "../../../charts/kube-object";
import { anyObjectRule } from "../../any-object-rule";
import { assignmentIn, credentialIn, isWrittenOut, namesCredential } from "../../credentials/credential-text";
import { type Problem, problem } from "../../rule";

type Path = readonly (string | number)[];

/** Credentials come from elsewhere at run time. No message shows a value. What a KafkaConnector says is rule connector-secrets. */
export const secretValues = anyObjectRule(
  {
    id: "secret-values",
    title: "No Secret, ConfigMap, variable or argument holds the value of a credential",
    severity: "critical",
    enforcement: "mandatory",
    why: "Whoever reads this repository, the state of the stack or the pods of a namespace has the credential, and it can't be changed without a deployment.",
    remediation:
      "Have a controller write the Secret (cert-manager, External Secrets, Strimzi), and refer to its key by secretKeyRef or a volume.",
    link: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
  },
  {
    appliesTo: ["/Secret", "/ConfigMap", "pod templates"],
    check: (object) => {
      const core = referenceOf(object).group === "";
      if (core && object.kind === "Secret") return heldBySecret(object);
      if (core && object.kind === "ConfigMap") return heldByConfigMap(object);
      const [template] = podTemplates([object]);
      return template === undefined ? undefined : containersOf(template).flatMap(heldByContainer);
    },
  },
);

function heldBySecret(secret: KubeObject): readonly Problem[] {
  return ["data", "stringData"].flatMap((field) => {
    const keys = Object.keys(mappingAt(secret, [field]));
    // In a plan the field may be hidden as a whole.
    if (keys.length === 0 && typeof valueAt(secret, [field]) !== "string") return [];
    const what = keys.length === 0 ? "values" : `a value for ${keys.join(", ")}`;
    return [problem([field], `holds ${what}; only a controller may write one`)];
  });
}

function heldByConfigMap(map: KubeObject): readonly Problem[] {
  return Object.entries(mappingAt(map, ["data"])).flatMap(([key, value]) => judge(["data", key], key, String(value)));
}

function heldByContainer({ container, path }: TemplateContainer): readonly Problem[] {
  return [
    ...listAt(container, ["env"]).flatMap((variable, index) =>
      judge([...path, "env", index, "value"], textAt(variable, ["name"]), textAt(variable, ["value"])),
    ),
    ...["command", "args"].flatMap((list) => {
      const words = listAt(container, [list]).map(String);
      return words.flatMap((word, index) => {
        // A flag's value is part of the word, or the word after it.
        const [, flag, value] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(word) ?? [];
        if (flag === undefined) return judge([...path, list, index], "", word);
        const next = words[index + 1] ?? "";
        const following = namesCredential(flag) && !next.startsWith("-") ? next : "";
        return judge([...path, list, index], flag, value ?? following);
      });
    }),
  ];
}

function judge(path: Path, name: string, value: string): readonly Problem[] {
  const looks = credentialIn(value);
  if (looks !== undefined) return [problem(path, `holds ${looks}; it has to come from a Secret`)];
  if (namesCredential(name)) {
    return isWrittenOut(value) ? [problem(path, `writes ${name} out; it has to come from a Secret`)] : [];
  }
  const assignment = assignmentIn(value);
  return assignment === undefined
    ? []
    : [problem(path, `writes ${assignment.name} out in line ${assignment.line}; it has to come from a Secret`)];
}
