import { PLAIN } from "../../sandbox/engine/palette";
import { componentsOf } from "../../upgrade/components";
import { upgradeLines } from "../../upgrade/report";
import { PHASES } from "../../upgrade/step";
import { isPossible, UpgradeError } from "../../upgrade/upgrade-path";
import { prodPlatform } from "../infra/prod-platform";
import { PROD_OBJECTS, pathTo, platformAt, stepOf } from "./upgrade-fixture";

/** The releases that let a platform go from 1.34 to 1.35, as far as anything is known. */
const AT_134 = platformAt("1.34", (input) => {
  input.istio.version = "1.28.0";
  input.karpenter.version = "1.6.0";
  input.karpenter.clusterAutoscaler.version = "1.34.1";
});

describe("the way of prod from 1.29 to 1.30", () => {
  const path = pathTo("1.30", prodPlatform());

  it("is barred by EKS, which offers 1.30 no more", () => {
    expect(isPossible(path)).toBe(false);
    expect(path.steps.filter(({ outcome }) => outcome === "impossible").map(({ subject }) => subject)).toEqual([
      "EKS 1.29",
    ]);
    expect(stepOf(path, "EKS").text).toMatch(/^EKS ended its support of 1\.30 on 2026-07-23, and updates no cluster/);
  });

  it("was open while EKS offered it", () => {
    const then = pathTo("1.30", prodPlatform(), PROD_OBJECTS, new Date("2026-07-23T12:00:00Z"));
    expect(isPossible(then)).toBe(true);
    expect(stepOf(then, "EKS").text).toBe(
      'set vantage:cluster.version to "1.30" (extended support, which costs more, until 2026-07-23) and run pulumi up; EKS can\'t take it back',
    );
  });

  it("has every component in one step, and those whose upstream says nothing as not known", () => {
    const components = componentsOf(prodPlatform(), PROD_OBJECTS).map(({ name, version }) => `${name} ${version}`);
    expect(components).toHaveLength(16);
    for (const component of components) expect(stepOf(path, component).phase).toBe("before");
    const unknown = path.steps.filter(({ phase, outcome }) => phase === "before" && outcome === "unknown");
    expect(unknown.map(({ subject }) => subject.split(" ")[0])).toEqual([
      "alertmanager",
      "aws-node-termination-handler",
      "fluent-bit",
      "grafana",
      "local-static-provisioner",
      "prometheus",
      "prometheus-node-exporter",
    ]);
  });
});

describe("the way from 1.34 to 1.35", () => {
  const path = pathTo("1.35", AT_134);
  const text = (subject: string) => stepOf(path, subject).text;

  it("raises before the control plane what doesn't know 1.35", () => {
    expect(text("istio 1.28.0")).toBe(
      "raise vantage:istio.version to a release of 1.29, which supports 1.34 and 1.35; 1.30 would do as well",
    );
    expect(text("karpenter 1.6.0")).toBe(
      "raise vantage:karpenter.version to 1.9.0 or newer, which supports 1.34 and 1.35",
    );
    expect(stepOf(path, "cluster-autoscaler").outcome).toBe("ready");
    expect(stepOf(path, "kubectl 1.29.14")).toMatchObject({ phase: "before", outcome: "change" });
  });

  it("moves Karpenter's objects to v1 before Karpenter", () => {
    const subjects = path.steps.map(({ subject }) => subject);
    expect(subjects.indexOf("karpenter.sh/v1beta1")).toBeGreaterThan(-1);
    expect(subjects.indexOf("karpenter.sh/v1beta1")).toBeLessThan(subjects.indexOf("karpenter 1.6.0"));
  });

  it("is in the standard support of 1.35, with its notes about nodes", () => {
    const { text: said, notes } = stepOf(path, "EKS 1.34");
    expect(said).toContain('set vantage:cluster.version to "1.35" (standard support until 2027-03-27)');
    expect(notes.map(({ text: note }) => note.split(":")[0])).toEqual([
      "The kubelet refuses to start on cgroup v1. Amazon Linux 2023 has v2 unless somebody changed it.",
      "It is the last minor that runs on containerd 1.x",
    ]);
  });

  it("sets the builds of the add-ons that are known for it", () => {
    expect(stepOf(path, "kube-proxy")).toMatchObject({ phase: "with", outcome: "change" });
    expect(text("kube-proxy")).toBe("set vantage:cluster.managedAddOns.kube-proxy to v1.35.0-eksbuild.2");
  });

  it("replaces nodes after it", () => {
    const after = path.steps.filter(({ phase }) => phase === "after").map(({ subject }) => subject);
    expect(after).toEqual([
      "node group worker-general-v5",
      "node group worker-memory-v3",
      "node group worker-spot-v2",
      "node group worker-kafka-v2",
      "NodePool default-nodepool",
      "NodePool memory-optimized",
    ]);
    expect(text("node group worker-kafka-v2")).toContain("nothing replaces its nodes");
  });

  it("is open, until EKS ends its support of 1.35", () => {
    expect(isPossible(path)).toBe(true);
    const late = new Date("2028-03-28T12:00:00Z");
    expect(isPossible(pathTo("1.35", AT_134, PROD_OBJECTS, late))).toBe(false);
  });
});

it("goes through the phases in their order", () => {
  const phases = pathTo("1.35", AT_134).steps.map(({ phase }) => PHASES.indexOf(phase));
  expect(phases).toEqual([...phases].sort((a, b) => a - b));
  expect(new Set(phases).size).toBe(PHASES.length);
});

it("sets a build of an add-on that is known for the minor", () => {
  const older = platformAt("1.29", (input) => {
    Object.assign(input.cluster.managedAddOns ?? {}, { coredns: "v1.11.3-eksbuild.1" });
  });
  expect(stepOf(pathTo("1.30", older), "coredns")).toMatchObject({
    phase: "with",
    outcome: "change",
    text: "set vantage:cluster.managedAddOns.coredns to v1.11.4-eksbuild.24",
  });
  expect(stepOf(pathTo("1.30", prodPlatform()), "coredns").outcome).toBe("ready");
});

it.each([
  [
    "1.31",
    "--to is 1.31, and the stack is at 1.29: a control plane goes up one minor at a time, and never down. Write --to 1.30.",
  ],
  ["1.29", "--to is 1.29, and the stack is at 1.29: "],
  ["1.99", '--to is "1.99", which config/reference/version-support.ts doesn\'t know; it knows 1.29, '],
  ["latest", '--to is "latest", which config/reference/version-support.ts doesn\'t know; '],
])("no single upgrade leads to %s", (to, message) => {
  expect(() => pathTo(to, prodPlatform())).toThrow(UpgradeError);
  expect(() => pathTo(to, prodPlatform())).toThrow(message);
});

describe("what is printed", () => {
  const lines = upgradeLines("blue", pathTo("1.35", AT_134), PLAIN);

  it("numbers what has to be done, and lists what fits apart", () => {
    expect(lines[0]).toBe("blue: Kubernetes 1.34 to 1.35");
    expect(lines).toContain("Before the control plane, one after the other, each with a pulumi up of its own");
    expect(lines).toContain("      metrics-server 0.7.2: supports 1.35; no last minor is named");
    const numbers = lines.flatMap((line) => /^ *(\d+)\. /.exec(line)?.[1] ?? []).map(Number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(
      lines.some((line) => line.includes("not known grafana 10.4.1: config/reference/release-support.ts has")),
    ).toBe(true);
  });

  it("ends with whether it can be done", () => {
    const barred = upgradeLines("blue", pathTo("1.30", prodPlatform()), PLAIN);
    expect(barred.some((line) => line.includes(". impossible EKS 1.29: EKS ended its support of 1.30"))).toBe(true);
    expect(barred.at(-1)).toBe("The upgrade to 1.30 can't be done as it stands.");
    expect(lines.at(-1)).toBe(
      "A release or build that config/reference/ doesn't know goes there first, with its source. Before each step: npm run preview, which refuses what doesn't fit together. After each: npm run health.",
    );
  });
});
