import { containerContexts, givenText } from "../../pod-security/control";
import { podRule, problem } from "../../rule";

/** Containers write to volumes only. Advisory, because only a program's owner knows what it writes. */
export const readOnlyRoot = podRule(
  {
    id: "read-only-root",
    title: "Containers can't write to their own image",
    severity: "low",
    enforcement: "advisory",
    why: "What takes over a program can leave its tools in a file system that is writable, and what fills it takes the disk of the node.",
    remediation: "Set readOnlyRootFilesystem to true, and mount an emptyDir with a sizeLimit where the program writes.",
    link: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  },
  {
    check: (template) =>
      containerContexts(template)
        .filter(({ context }) => context.readOnlyRootFilesystem !== true)
        .map(({ context, path }) =>
          problem(
            [...path, "readOnlyRootFilesystem"],
            `${givenText(context.readOnlyRootFilesystem)}; it has to be true`,
          ),
        ),
  },
);
