import type { PlannedResource } from "../../../../policies/resource";
import { diffPlan } from "../../../../review/diff/diff-plan";
import { resource, urnOf } from "../../../policies/estate-fixture";
import { at, lead, resourceLife, resourceLines } from "../../fixture";

const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
const SCALING_GROUP = "aws:autoscaling/group:Group";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

describe("a managed node group", () => {
  it.each([
    [
      "a larger bound",
      at("scalingConfig.maxSize", 40),
      at("scalingConfig.maxSize", 60),
      "scalingConfig.maxSize: in place: only the bounds of the group change, maxSize from 40 to 60: nodes come and go as pods need them",
    ],
    [
      "a smaller bound",
      at("scalingConfig.maxSize", 40),
      at("scalingConfig.maxSize", 20),
      "scalingConfig.maxSize: in place: the group may have fewer nodes, maxSize from 40 to 20; above that it ends nodes after draining them",
    ],
    ...["maxSize", "desiredSize"].map((size): [string, object, object, string] => [
      `nothing left of ${size}`,
      at(["scalingConfig", size], 3),
      at(["scalingConfig", size], 0),
      `scalingConfig.${size}: replacement: all nodes of the group are drained and ended; their pods go where there is room`,
    ]),
    [
      "another version",
      { version: "1.29" },
      { version: "1.30" },
      "version: rolling: EKS replaces the group's nodes one after the other, and respects disruption budgets unless forced",
    ],
    [
      "another version of the template",
      at("launchTemplate.version", "1"),
      at("launchTemplate.version", "2"),
      "launchTemplate.version: rolling: EKS replaces the group's nodes one after the other",
    ],
    [
      "a label",
      at("labels.a", "1"),
      at("labels.a", "2"),
      "labels.a: in place: EKS sets the labels of the nodes that run, and pods that are there stay",
    ],
    [
      "a taint",
      { taints: [] },
      { taints: [{ key: "a", effect: "NO_SCHEDULE" }] },
      "taints[key=a,effect=NO_SCHEDULE]: in place: EKS sets the taints of the nodes that run; pods that are there stay",
    ],
    [
      "a taint that evicts",
      { taints: [] },
      { taints: [{ key: "a", effect: "NO_EXECUTE" }] },
      "taints[key=a,effect=NO_EXECUTE]: in place: EKS sets the taints of the nodes that run: pods that don't tolerate it are evicted",
    ],
    [
      "updates by force",
      {},
      { forceUpdateVersion: true },
      "forceUpdateVersion: in place: nothing happens now, but the next update of the nodes doesn't wait for disruption budgets",
    ],
    [
      "other instances",
      { nodeGroupName: "a", instanceTypes: ["m6i.large"] },
      { nodeGroupName: "a", instanceTypes: ["m7i.large"] },
      "instanceTypes[0]: replacement: AWS can't change instanceTypes[0] of the node group: it is replaced, and the old one is deleted first, because both would have the same name; its nodes are drained, all at once, and are gone; their pods go where there is room",
    ],
  ])("with %s", (_what, before, after, line) => {
    expect(resourceLines(NODE_GROUP, { ...before }, { ...after })).toEqual([line]);
  });
});

describe("an Auto Scaling group", () => {
  it.each([
    [
      "another template",
      at("launchTemplate.version", "1"),
      at("launchTemplate.version", "2"),
      "launchTemplate.version: in place: instances that start from now on have it; those that run keep what they have",
    ],
    [
      "another template, and a refresh",
      { instanceRefresh: {}, launchTemplate: { version: "1" } },
      { instanceRefresh: {}, launchTemplate: { version: "2" } },
      "launchTemplate.version: rolling: the group replaces its instances one after the other (instanceRefresh)",
    ],
    [
      "fewer instances",
      { maxSize: 5 },
      { maxSize: 3 },
      "maxSize: in place: the group ends instances without draining them, maxSize from 5 to 3",
    ],
    [
      "fewer instances that are protected",
      { protectFromScaleIn: true, maxSize: 5 },
      { protectFromScaleIn: true, maxSize: 3 },
      "maxSize: in place: the group may have fewer instances, maxSize from 5 to 3; those that run are protected until somebody ends them",
    ],
    [
      "none of them",
      { desiredCapacity: 5 },
      { desiredCapacity: 0 },
      "desiredCapacity: replacement: the group ends all its instances, without draining them; their pods go where there is room",
    ],
    [
      "none of them that are protected",
      { protectFromScaleIn: true, maxSize: 5 },
      { protectFromScaleIn: true, maxSize: 0 },
      "maxSize: in place: the group may have fewer instances, maxSize from 5 to 0; those that run are protected until somebody ends them",
    ],
    ["more instances", { maxSize: 3 }, { maxSize: 5 }, "maxSize: in place: AWS changes maxSize of the group in place"],
  ])("with %s", (_what, before, after, line) => {
    expect(resourceLines(SCALING_GROUP, before, after)).toEqual([line]);
  });

  it("that is protected has data on the disks of its instances", () => {
    const of = (protect: boolean) => lead(diffPlan([resource(SCALING_GROUP, "it", {}, { protect })], []));
    expect(of(true)).toBe("data loss: its instances are ended, and what is on their own disks goes with them");
    expect(of(false)).toBe(
      "replacement: its nodes are drained, all at once, and are gone; their pods go where there is room",
    );
    expect(resourceLife(NODE_GROUP).removed).toBe(of(false));
  });
});

describe("a launch template", () => {
  const change = (before: object, after: object, ...groups: readonly PlannedResource[]) =>
    resourceLines(TEMPLATE, { ...before }, { ...after }, groups);
  const group = (type: string, name: string, inputs = {}) =>
    resource(type, name, inputs, { dependencies: [urnOf(TEMPLATE, "it")] });

  it("rolls the nodes of the managed groups that start from it, for its description, too", () => {
    const groups = [group(NODE_GROUP, "general"), group(NODE_GROUP, "memory"), resource(NODE_GROUP, "other", {})];
    const rolls = "EKS replaces the nodes of general and memory one after the other: their template gets a new version";
    expect(change({ userData: "YQ==" }, { userData: "Yg==" }, ...groups)).toEqual([`userData: rolling: ${rolls}`]);
    expect(change({ description: "a" }, { description: "b" }, ...groups)).toEqual([`description: rolling: ${rolls}`]);
  });

  it("rolls the instances of a group that refreshes them, and of no other", () => {
    const refreshed = group(SCALING_GROUP, "kafka", { instanceRefresh: { strategy: "Rolling" } });
    expect(change({ imageId: "a" }, { imageId: "b" }, refreshed)).toEqual([
      "imageId: rolling: kafka replaces its instances one after the other (instanceRefresh)",
    ]);
    expect(change({ imageId: "a" }, { imageId: "b" }, group(SCALING_GROUP, "kafka"))).toEqual([
      "imageId: in place: instances of kafka that start from now on have it; those that run keep what they have",
    ]);
  });

  it("rolls nothing without a group, and for its tags", () => {
    expect(change({ imageId: "a" }, { imageId: "b" })).toEqual([
      "imageId: in place: AWS changes imageId of the launch template in place",
    ]);
    expect(change(at("tags.a", "1"), at("tags.a", "2"), group(NODE_GROUP, "general"))).toEqual([
      "tags.a: in place: tags are for people, bills and conditions of policies: what runs is not touched",
    ]);
  });
});
