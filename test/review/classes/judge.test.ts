import { at, objectLife, objectLines, resourceLife, resourceLines } from "../fixture";

describe("what no table knows", () => {
  it("is taken for in place, and said so", () => {
    expect(objectLines("example.com/Widget", at("spec.size", 1), at("spec.size", 2))).toEqual([
      "spec.size: in place: not in the table, so taken for in place: spec.size of example.com/Widget",
    ]);
    expect(resourceLines("aws:new/thing:Thing", { size: 1 }, { size: 2 })).toEqual([
      "size: in place: not in the table, so taken for in place: size of aws:new/thing:Thing",
    ]);
  });

  it("is a deletion with what relies on it, when it goes", () => {
    expect(objectLife("example.com/Widget")).toEqual({
      added: "in place: it is made; nothing that exists changes",
      removed: "replacement: the Widget is deleted, and what relies on it fails",
    });
    expect(resourceLife("aws:ec2/natGateway:NatGateway").removed).toBe(
      "replacement: the nat gateway is deleted, and what relies on it fails",
    );
  });
});

describe("a mapping that comes or goes as a whole", () => {
  it("isn't taken for something without meaning because one thing in it is", () => {
    const probe = (periodSeconds: number) => at("spec.livenessProbe", { periodSeconds, path: "/" });
    expect(objectLines("Widget", { spec: {} }, probe(10))).toEqual([
      "spec.livenessProbe: in place: not in the table, so taken for in place: spec.livenessProbe of Widget",
    ]);
  });
});

describe("what every thing has", () => {
  it("is in place: tags, labels, annotations, the version of the API", () => {
    expect(resourceLines("aws:new/thing:Thing", at("tags.a", "1"), at("tags.a", "2"))).toEqual([
      "tags.a: in place: tags are for people, bills and conditions of policies: what runs is not touched",
    ]);
    const [before, after] = ["a", "b"].map((value) => ({
      metadata: { name: "it", namespace: "here", labels: { team: value }, annotations: { note: value } },
    }));
    expect(objectLines("example.com/Widget", before ?? {}, { ...after, apiVersion: "example.com/v2" })).toEqual([
      "apiVersion: in place: the same object, written in another version of its API",
      "metadata.annotations.note: in place: annotations of the object itself: what runs is not touched",
      "metadata.labels.team: in place: labels of the object itself: what runs is not touched",
    ]);
  });

  it("is no effect where only the order of a set changed, but for pods", () => {
    const tolerations = [{ key: "a" }, { key: "b" }];
    const pods = (list: readonly object[]) => at("spec.template.spec.tolerations", list);
    expect(objectLines("apps/Deployment", pods(tolerations), pods([...tolerations].reverse()))).toEqual([
      "spec.template.spec.tolerations: rolling: another order is another template: the Deployment replaces its pods one after the other",
    ]);
    const verbs = (list: readonly string[]) => ({ rules: [{ verbs: list }] });
    expect(objectLines("rbac.authorization.k8s.io/Role", verbs(["get", "list"]), verbs(["list", "get"]))).toEqual([
      "rules[0].verbs: no effect: the same members in another order, which means nothing here",
    ]);
  });
});

describe("what can't change", () => {
  it("is replaced for another order, too: texts are compared", () => {
    const of = (...scopes: readonly string[]) => at("spec.scopes", scopes);
    expect(objectLines("ResourceQuota", of("a", "b"), of("b", "a"))).toEqual([
      "spec.scopes: replacement: spec.scopes of a ResourceQuota can't change: Pulumi deletes the object and makes it again",
    ]);
  });

  it.each([
    ["apps/Deployment", ["spec", "selector"], "a Deployment"],
    ["apps/StatefulSet", ["spec", "serviceName"], "a StatefulSet"],
    ["apps/StatefulSet", ["spec", "selector"], "a StatefulSet"],
    ["apps/StatefulSet", ["spec", "podManagementPolicy"], "a StatefulSet"],
    ["Service", ["spec", "clusterIP"], "a Service"],
    ["Secret", ["data"], "a Secret"],
  ])("of %s is replaced with it: %j", (type, path, what) => {
    expect(objectLines(type, at(path, { a: "1" }), at(path, { a: "2" }))).toEqual([
      `${path.join(".")}.a: replacement: ${path.join(".")}.a of ${what} can't change: Pulumi deletes the object and makes it again`,
    ]);
  });

  it("isn't that of a kind of the same name in another group", () => {
    const [line] = objectLines("serving.knative.dev/Service", at("spec.clusterIP", "1"), at("spec.clusterIP", "2"));
    expect(line).toMatch(/^spec\.clusterIP: in place: not in the table/);
  });
});
