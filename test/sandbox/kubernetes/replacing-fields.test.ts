import { replacedIn } from "../../../sandbox/kubernetes/replacing-fields";

describe("a change of an object takes a new one", () => {
  it.each([
    ["Deployment", ["spec", "selector", "matchLabels", "app"], true],
    ["Deployment", ["spec", "replicas"], false],
    ["StatefulSet", ["spec", "volumeClaimTemplates"], true],
    ["Secret", ["data", "password"], true],
    // Providers here are told that content of ConfigMaps changes in place.
    ["ConfigMap", ["data", "file"], false],
    ["Unheard", ["spec"], false],
  ])("%s %j: %s", (kind, keys, expected) => {
    expect(replacedIn(kind, keys)).toBe(expected);
  });
});
