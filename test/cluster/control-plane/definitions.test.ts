import { definitionsIn } from "./definitions";

const definition = (name: string, labels = "") => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${name}
${labels}
spec: { group: example.org }
`;

test("reads every document, empty ones aside", () => {
  const text = `# a licence\n---${definition("a")}---\n---${definition("b")}`;
  expect(definitionsIn(text).map(({ metadata }) => metadata.name)).toEqual(["a", "b"]);
});

test("leaves labels out that Helm would fill in, and keeps the others", () => {
  const text = definition("a", `  labels:\n    app: '{{ template "name" . }}'\n    component: crds`);
  expect(definitionsIn(text)[0]?.metadata).toEqual({ name: "a", labels: { component: "crds" } });
});

test.each([
  [
    "another kind",
    "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n",
    "A CustomResourceDefinition is expected, not a ConfigMap.",
  ],
  ["no document", "# nothing\n", "The text holds no CustomResourceDefinition."],
  ["broken YAML", "a: [", "Flow sequence"],
])("refuses %s", (_, text, problem) => {
  expect(() => definitionsIn(text)).toThrow(problem);
});
