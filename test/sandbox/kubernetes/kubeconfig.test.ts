import { apiServerOf } from "../../../sandbox/kubernetes/kubeconfig";
import { kubeconfig } from "./cluster-fixture";

test("the server is that of the current context, in JSON, as a map, or in YAML", () => {
  expect(apiServerOf(kubeconfig("https://a"))).toBe("https://a");
  expect(apiServerOf(JSON.parse(kubeconfig("https://a")))).toBe("https://a");
  const yaml = `
clusters:
  - { name: one, cluster: { server: "https://one" } }
  - { name: two, cluster: { server: "https://two" } }
contexts:
  - { name: first, context: { cluster: one } }
  - { name: second, context: { cluster: two } }
current-context: second
`;
  expect(apiServerOf(yaml)).toBe("https://two");
});

test.each([[undefined], [""], ["{"], ["clusters: []"]])("%j is refused", (config) => {
  expect(() => apiServerOf(config)).toThrow(
    "kubernetes provider: kubeconfig names no cluster; set the provider's kubeconfig to that of the cluster",
  );
});
