import { at, objectLife, objectLines } from "../../fixture";

const POOL = "karpenter.sh/NodePool";
const CLASS = "karpenter.k8s.aws/EC2NodeClass";
const ROLLS = "rolling: nodes drift: Karpenter replaces them one after the other, within the disruption budget";
const NO_LONGER =
  "rolling: nodes that no longer fit drift: Karpenter replaces them one after the other, within the disruption budget";
const STILL = "in place: nodes that run still fit, and stay; new ones may be of more kinds";

describe("a pool of Karpenter", () => {
  it.each([
    ["a label", "spec.template.metadata.labels.a", "1", "2", ROLLS],
    ["the kubelet", "spec.template.spec.kubelet.maxPods", 58, 110, ROLLS],
    ["its class", "spec.template.spec.nodeClassRef.name", "a", "b", ROLLS],
    [
      "a limit",
      "spec.limits.cpu",
      500,
      375,
      "in place: the pool may launch up to another limit, cpu from 500 to 375; nodes that run stay",
    ],
    [
      "a limit of nothing",
      "spec.limits.cpu",
      200,
      "0",
      "in place: the pool launches nothing any more; nodes that run stay",
    ],
    ["the same limit", "spec.limits.cpu", 500, "500", "no effect: the same quantity, written otherwise"],
    [
      "a weight",
      "spec.weight",
      100,
      75,
      "in place: the pool comes later when nodes are launched, from 100 to 75; nodes that run stay",
    ],
    [
      "a shorter life",
      "spec.disruption.expireAfter",
      "720h",
      "24h",
      "rolling: nodes that are older are replaced one after the other, from 720h to 24h",
    ],
    [
      "a longer life",
      "spec.disruption.expireAfter",
      "720h",
      "Never",
      "in place: Karpenter disrupts nodes at other times or in other numbers from then on",
    ],
  ])("with another %s", (_what, path, before, after, expected) => {
    expect(objectLines(POOL, at(path, before), at(path, after))).toEqual([`${path}: ${expected}`]);
  });

  it.each([
    ["In", ["a"], ["a", "b"], "b", STILL],
    ["In", ["a", "b"], ["a"], "b", NO_LONGER],
    ["NotIn", ["a", "b"], ["a"], "b", STILL],
    ["NotIn", ["a"], ["a", "b"], "b", NO_LONGER],
  ])("whose nodes must be %s %j, then %j", (operator, before, after, value, expected) => {
    const of = (values: readonly string[]) =>
      at("spec.template.spec.requirements", [{ key: "type", operator, values }]);
    expect(objectLines(POOL, of(before), of(after))).toEqual([
      `spec.template.spec.requirements[key=type].values[${value}]: ${expected}`,
    ]);
  });

  it("rolls for a requirement more", () => {
    const of = (...keys: readonly string[]) =>
      at(
        "spec.template.spec.requirements",
        keys.map((key) => ({ key, operator: "In", values: ["a"] })),
      );
    expect(objectLines(POOL, of("x"), of("x", "y"))).toEqual([`spec.template.spec.requirements[key=y]: ${NO_LONGER}`]);
  });

  it("goes with its nodes", () => {
    expect(objectLife(POOL).removed).toMatch(/^replacement: its nodes are drained, all at once/);
  });
});

describe("a class of nodes", () => {
  it.each([
    ["spec.tags.team", "a", "b", ROLLS],
    ["spec.instanceProfile", "a", "b", ROLLS],
    ["spec.metadataOptions.httpTokens", "optional", "required", ROLLS],
  ])("rolls its nodes for %s", (path, before, after, expected) => {
    expect(objectLines(CLASS, at(path, before), at(path, after))).toEqual([`${path}: ${expected}`]);
  });

  it("rolls those that it no longer selects for", () => {
    const of = (name: string) => at("spec.subnetSelectorTerms", [{ tags: { name } }]);
    expect(objectLines(CLASS, of("a"), of("b"))).toEqual([
      "spec.subnetSelectorTerms[0].tags.name: rolling: nodes drift that it no longer selects for: Karpenter replaces them one after the other, within the disruption budget",
    ]);
  });

  it("reads the NodeConfig in its user data, and the size of a volume", () => {
    const of = (userData: string, volumeSize: string) => ({
      spec: { userData, blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize } }] },
    });
    const [size, data] = objectLines(
      CLASS,
      of("kind: NodeConfig\nspec: { a: 1 }", "1Gi"),
      of("kind: NodeConfig\nspec: { a: 2 }", "1024Mi"),
    );
    expect(size).toBe(
      "spec.blockDeviceMappings[deviceName=/dev/xvda].ebs.volumeSize: no effect: the same quantity, written otherwise",
    );
    expect(data).toBe(`spec.userData.spec.a: ${ROLLS}`);
  });
});
