import type { KubeObject } from "../../charts/kube-object";
import { apiSteps, customApiSteps } from "../../upgrade/api-steps";
import { PROD_OBJECTS } from "./upgrade-fixture";

const object = (apiVersion: string, kind: string, name = "a"): KubeObject => ({ apiVersion, kind, metadata: { name } });
const FLOW = object("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema");

const said = (objects: readonly KubeObject[], to: string) =>
  apiSteps(objects, to).map(({ phase, outcome, subject, text }) => [phase, outcome, subject, text]);

describe("Kubernetes' own APIs", () => {
  it("that a minor no longer serves are left before the control plane", () => {
    expect(said([FLOW], "1.32")).toEqual([
      [
        "before",
        "change",
        "flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema",
        "1.32 doesn't serve it: write flowcontrol.apiserver.k8s.io/v1 in the charts and deploy it: flowcontrol.apiserver.k8s.io/FlowSchema a",
      ],
    ]);
  });

  it("that are deprecated are named, with their end", () => {
    expect(said([FLOW], "1.31")).toEqual([
      [
        "after",
        "ready",
        "flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema",
        "deprecated since 1.29, gone with 1.32; write flowcontrol.apiserver.k8s.io/v1 in the charts and deploy it: flowcontrol.apiserver.k8s.io/FlowSchema a",
      ],
    ]);
    expect(said([object("v1", "Endpoints")], "1.35")[0]?.[3]).toContain("deprecated since 1.33, no end is named; ");
  });

  it.each<[string, KubeObject, string]>([
    ["not deprecated yet", object("v1", "Endpoints"), "1.32"],
    ["of another kind of the version", object("storage.k8s.io/v1beta1", "VolumeAttributesClass"), "1.33"],
    ["of the next version", object("flowcontrol.apiserver.k8s.io/v1", "FlowSchema"), "1.35"],
  ])("that are %s are passed over", (_what, one, to) => {
    expect(said([one], to)).toEqual([]);
  });

  it("of many objects name three", () => {
    const many = ["a", "b", "c", "d", "e"].map((name) => object("batch/v1beta1", "CronJob", name));
    expect(said(many, "1.30")[0]?.[3]).toMatch(/: batch\/CronJob a, batch\/CronJob b, batch\/CronJob c, and 2 more$/);
  });

  it("of prod's rendering are served by every minor that is known", () => {
    expect(PROD_OBJECTS.length).toBeGreaterThan(200);
    expect(apiSteps(PROD_OBJECTS, "1.35")).toEqual([]);
  });
});

describe("the APIs of an operator", () => {
  it("that a release takes away are left before it comes", () => {
    expect(customApiSteps(PROD_OBJECTS, "karpenter", "1.2.0")).toEqual([
      {
        phase: "before",
        subject: "karpenter.sh/v1beta1",
        outcome: "change",
        text: "karpenter 1.1 doesn't serve it: write karpenter.sh/v1 in the charts and deploy it with an older release that serves both: karpenter.sh/NodePool default-nodepool, karpenter.sh/NodePool memory-optimized",
        notes: [],
        source: "karpenter.sh, v1 Migration",
      },
      expect.objectContaining({ subject: "karpenter.k8s.aws/v1beta1" }),
    ]);
  });

  it.each([
    ["the release still serves them", "karpenter", "1.0.5"],
    ["another component is raised", "istio", "1.26"],
    ["nothing is written in them", "external-secrets", "2.0"],
  ])("stay where %s", (_what, component, release) => {
    expect(customApiSteps(PROD_OBJECTS, component, release)).toEqual([]);
  });
});
