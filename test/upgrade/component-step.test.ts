import { componentStep } from "../../upgrade/component-step";

const step = (name: string, version: string, from: string, to: string) => {
  const { phase, outcome, text, raises, notes } = componentStep({ name, version, field: `the.${name}` }, from, to);
  return { phase, outcome, text, release: raises?.release, notes: notes.length };
};

describe("a component", () => {
  it.each([
    ["cert-manager", "v1.18.6", "1.32", "1.33", "supports 1.33"],
    ["istio", "1.22.4", "1.29", "1.30", "supports 1.30"],
    ["karpenter", "0.37.0", "1.29", "1.30", "supports 1.30"],
    ["karpenter", "1.9.3", "1.34", "1.35", "supports 1.35"],
    ["cluster-autoscaler", "1.29.3", "1.29", "1.30", "supports 1.30"],
    ["kubectl", "1.34.0", "1.34", "1.35", "supports 1.35"],
    ["metrics-server", "0.7.2", "1.34", "1.35", "supports 1.35; no last minor is named"],
    ["velero", "1.17.1", "1.34", "1.35", "supports 1.35; no last minor is named, it was tested up to 1.34"],
  ])("%s %s stays from %s", (name, version, from, to, text) => {
    const ready = { phase: "before", outcome: "ready", text, release: undefined, notes: 0 };
    expect(step(name, version, from, to)).toEqual(ready);
  });

  it.each([
    ["cert-manager", "v1.18.6", "1.33", "1.34", "1.19", 0, "; 1.20 would do as well"],
    ["ingress-nginx", "1.13.9", "1.33", "1.34", "1.14", 1, "; 1.15 would do as well"],
    ["istio", "1.22.4", "1.30", "1.31", "1.26", 1, "; 1.27, 1.28 would do as well"],
    ["karpenter", "0.37.0", "1.30", "1.31", "1.0.5", 1, "; 1.2.0, 1.5.0, 1.6.0, 1.9.0 would do as well"],
    ["karpenter", "1.6.3", "1.34", "1.35", "1.9.0", 0, ""],
    ["cluster-autoscaler", "1.28.2", "1.29", "1.30", "1.29", 0, ""],
    ["strimzi-kafka-operator", "0.42.0", "1.32", "1.33", "0.46", 2, "; 0.47, 0.48, 0.49, 0.50, 0.51 would do as well"],
    ["keda", "2.19.0", "1.34", "1.35", "2.20", 0, "; 2.21 would do as well"],
  ])("%s %s is raised before %s goes to %s", (name, version, from, to, release, notes, also) => {
    const what = name === "karpenter" ? `${release} or newer` : `a release of ${release}`;
    const text = `raise the.${name} to ${what}, which supports ${from} and ${to}${also}`;
    expect(step(name, version, from, to)).toEqual({ phase: "before", outcome: "change", text, release, notes });
  });

  it("is raised with the control plane where no release supports both minors", () => {
    expect(step("external-secrets", "0.16.2", "1.32", "1.33")).toEqual({
      phase: "with",
      outcome: "change",
      text: "raise the.external-secrets to a release of 0.17 in the same change: no known release supports 1.32 and 1.33, so one of the two is unsupported for as long as it takes; 0.18, 0.19 would do as well",
      release: "0.17",
      notes: 1,
    });
  });

  it("that nothing is known of is said to be described where its chart is", () => {
    const fluentBit = componentStep({ name: "fluent-bit", version: "3.2.10", field: "x" }, "1.29", "1.30");
    expect(fluentBit.source).toContain("it names no Kubernetes limit");
    expect(componentStep({ name: "cilium", version: "1.0.0", field: "x" }, "1.29", "1.30").source).toBeUndefined();
  });

  it("stands in the way where no known release supports the new minor", () => {
    expect(step("cert-manager", "v1.20.0", "1.35", "1.36")).toEqual({
      phase: "before",
      outcome: "impossible",
      text: "no known release supports 1.36: 1.20 ends at 1.35",
      release: undefined,
      notes: 0,
    });
  });

  it.each([
    [
      "grafana",
      "10.4.1",
      "config/reference/release-support.ts has nothing of which minors it supports; look before 1.30",
    ],
    ["istio", "1.99.0", "its release is none of those that config/reference/release-support.ts knows: "],
    ["velero", "chart 9.9.9", "its release is none of those that config/reference/release-support.ts knows: "],
    ["karpenter", "0.30.0", "its release is none of those that config/reference/release-support.ts knows: "],
  ])("%s %s is not guessed at", (name, version, text) => {
    const found = step(name, version, "1.29", "1.30");
    expect(found).toMatchObject({ phase: "before", outcome: "unknown", release: undefined });
    expect(found.text.startsWith(text)).toBe(true);
  });
});
