import type { KubeObject } from "../charts/kube-object";
import { renderYaml } from "../charts/render";

/** Stand-ins for what a template takes from the values; nothing that a chart renders contains them. */
const NAME = "name-from-values";
const NAMESPACE = "namespace-from-values";

/**
 * A Helm chart of these objects: the text of each file by its path in the chart's folder. Each object is a template of its own, which takes the object's name and namespace from the values, as
 * hand-written charts do; everything else is literal. Object `n` of the list is `templates/n.yaml`.
 */
export function helmChart(objects: readonly KubeObject[]): ReadonlyMap<string, string> {
  const templates = objects.map((object, index): [string, string] => [
    `templates/${index}.yaml`,
    template(object, `.Values.objects.o${index}`),
  ]);
  const values = objects.map(({ metadata: { name, namespace } }, index) => [
    `o${index}`,
    { name, ...(namespace === undefined ? {} : { namespace }) },
  ]);
  return new Map([
    ["Chart.yaml", "apiVersion: v2\nname: vantage\nversion: 0.1.0\n"],
    // JSON is YAML.
    ["values.yaml", `${JSON.stringify({ objects: Object.fromEntries(values) }, undefined, 2)}\n`],
    ...templates,
  ]);
}

function template(object: KubeObject, values: string): string {
  const { namespace } = object.metadata;
  const metadata = {
    ...object.metadata,
    name: NAME,
    ...(namespace === undefined ? {} : { namespace: NAMESPACE }),
  };
  return (
    renderYaml([{ ...object, metadata }], [])
      // What looks like an action of a template, such as a placeholder of an alert, is text.
      .replaceAll("{{", '{{ "{{" }}')
      .replace(`name: ${NAME}\n`, `name: {{ ${values}.name | quote }}\n`)
      .replace(`namespace: ${NAMESPACE}\n`, `namespace: {{ ${values}.namespace | quote }}\n`)
  );
}
