import { parse } from "yaml";
import { helmChart } from "../../bench/helm-chart";
import type { KubeObject } from "../../charts/kube-object";

const configMap: KubeObject = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "rules", namespace: "monitoring", labels: { name: "rules" } },
  data: { summary: "{{ $labels.pod }} is down" },
};
const namespace: KubeObject = { apiVersion: "v1", kind: "Namespace", metadata: { name: "monitoring" } };

test("each object is a template that takes its name and namespace from the values", () => {
  const chart = helmChart([configMap, namespace]);
  expect([...chart.keys()]).toEqual(["Chart.yaml", "values.yaml", "templates/0.yaml", "templates/1.yaml"]);
  expect(chart.get("templates/1.yaml")).toBe(
    "---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: {{ .Values.objects.o1.name | quote }}\n",
  );
  expect(chart.get("templates/0.yaml")).toContain(
    "metadata:\n  name: {{ .Values.objects.o0.name | quote }}\n  namespace: {{ .Values.objects.o0.namespace | quote }}\n" +
      "  labels:\n    name: rules\n",
  );
});

test("the values are the names and namespaces that the objects have", () => {
  expect(parse(helmChart([configMap, namespace]).get("values.yaml") ?? "")).toEqual({
    objects: { o0: { name: "rules", namespace: "monitoring" }, o1: { name: "monitoring" } },
  });
});

test("text that looks like an action of a template stays text", () => {
  expect(helmChart([configMap]).get("templates/0.yaml")).toContain('{{ "{{" }} $labels.pod }} is down');
});
