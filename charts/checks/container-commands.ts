import type { ManifestCheck } from "./check";
import { finding, listAt } from "./object-readers";
import { containersOf, podTemplates } from "./pod-templates";

/** Judges the first entry of every container's command. */
export const containerCommands: ManifestCheck = {
  title: "A container's command begins with a program, not with a line of shell",
  severity: "high",
  why: "Nothing splits the text at its spaces: the container fails to start, because there is no program of that name.",
  remediation: 'Write the command as a list of words, or have a shell run the line: ["/bin/sh", "-c", "..."].',
  source: "Kubernetes, Define a Command and Arguments for a Container; compatibility page, E4",
  link: "https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/",
  find: ({ objects }) =>
    podTemplates(objects).flatMap((template) =>
      containersOf(template).flatMap(({ container, path }) => {
        const [program] = listAt(container, ["command"]);
        if (typeof program !== "string" || !/\s/.test(program)) return [];
        const message = `names a program with spaces, ${JSON.stringify(program.slice(0, 30))}...: split it into a list, or run it by a shell with -c`;
        return [finding(template.object, [...path, "command", 0], message)];
      }),
    ),
};
