import { diffObjects } from "../../../review/diff/diff-objects";
import { at, object } from "../fixture";

const NO_EFFECT = "no effect";

describe("a comparison of objects", () => {
  it("finds nothing between the same objects in another order", () => {
    const [one, other] = [object("Secret", {}, { name: "a" }), object("Secret", {}, { name: "b" })];
    expect(diffObjects([one, other], [other, one])).toEqual([]);
  });

  it("tells objects apart by group, kind, namespace and name, and not by the version of their API", () => {
    const before = [object("apps/Deployment"), object("Secret")];
    const after = [
      { ...object("apps/Deployment"), apiVersion: "apps/v2" },
      object("Secret", {}, { namespace: "there" }),
    ];
    expect(diffObjects(before, after).map(({ operation, thing }) => `${operation} ${thing.name}`)).toEqual([
      "removed Secret here/it",
      "added Secret there/it",
      "changed apps/Deployment here/it",
    ]);
  });

  it("says of a changed object what it is, each field with its class, and leads with the worst", () => {
    const container = (image: string, cpu: string) => [{ name: "main", image, resources: at("requests.cpu", cpu) }];
    const before = object("apps/Deployment", at("spec.template.spec.containers", container("shop:1", "1000m")));
    const after = object("apps/Deployment", at("spec.template.spec.containers", container("shop:2", "1")), {
      labels: { a: "b" },
    });
    expect(diffObjects([before], [after])).toEqual([
      {
        thing: { side: "manifests", name: "apps/Deployment here/it", type: "apps/Deployment", protected: false },
        operation: "changed",
        fields: [
          {
            path: "metadata.labels",
            after: { a: "b" },
            class: "in place",
            reason: "labels of the object itself: what runs is not touched",
          },
          {
            path: "spec.template.spec.containers[name=main].image",
            before: "shop:1",
            after: "shop:2",
            class: "rolling",
            reason: "another image: the Deployment replaces its pods one after the other",
          },
          {
            path: "spec.template.spec.containers[name=main].resources.requests.cpu",
            before: "1000m",
            after: "1",
            class: NO_EFFECT,
            reason: "the same quantity, written otherwise",
          },
        ],
        class: "rolling",
        reason: "another image: the Deployment replaces its pods one after the other",
      },
    ]);
  });

  it("finds one field where one alert of a rule file changed", () => {
    const rules = (limit: string) =>
      `groups:\n  - name: kafka\n    rules:\n      - alert: Full\n        expr: disk > ${limit}\n        for: 5m\n`;
    const [before, after] = ["80", "90"].map((limit) => object("ConfigMap", { data: { "kafka.yaml": rules(limit) } }));
    const [change] = diffObjects(before === undefined ? [] : [before], after === undefined ? [] : [after]);
    expect(change?.fields).toEqual([
      {
        path: 'data["kafka.yaml"].groups[name=kafka].rules[alert=Full].expr',
        before: "disk > 80",
        after: "disk > 90",
        class: "in place",
        reason: "Prometheus reloads its rules, and the alert fires, or the series comes, from another expression",
      },
    ]);
  });

  it("finds no effect where a file is written otherwise", () => {
    const [before, after] = ["a: [1]\n", "# now with a note\na:\n  - 1\n"].map((text) =>
      object("ConfigMap", { data: { "x.yaml": text } }),
    );
    const changes = diffObjects(before === undefined ? [] : [before], after === undefined ? [] : [after]);
    expect(changes.map((change) => `${change.class}: ${change.reason}`)).toEqual([
      "no effect: the same content, written otherwise",
    ]);
  });

  it("shows a script as the text that it is", () => {
    const [before, after] = ["echo 1", "echo 2"].map((text) => object("ConfigMap", { data: { "run.sh": text } }));
    const [change] = diffObjects(before === undefined ? [] : [before], after === undefined ? [] : [after]);
    expect(change?.fields.map(({ path, before: was, after: is }) => [path, was, is])).toEqual([
      ['data["run.sh"]', "echo 1", "echo 2"],
    ]);
  });
});

describe("protected are", () => {
  const server = object("apps/StatefulSet", {
    spec: {
      template: { spec: { volumes: [{ name: "config", configMap: { name: "settings" } }] } },
      volumeClaimTemplates: [{ metadata: { name: "data" } }],
    },
  });

  it.each([
    ["a namespace", object("Namespace"), []],
    ["a topic", object("kafka.strimzi.io/KafkaTopic"), []],
    ["a claim", object("PersistentVolumeClaim"), []],
    ["a definition", object("apiextensions.k8s.io/CustomResourceDefinition"), []],
    ["a server with volumes", server, []],
    ["its settings", object("ConfigMap", {}, { name: "settings" }), [server]],
    ["the schedule of backups", object("velero.io/Schedule"), []],
  ])("%s", (_what, one, others) => {
    expect(diffObjects([...others, one], others).map(({ thing }) => thing.protected)).toEqual([true]);
  });

  it.each([
    ["a Deployment", object("apps/Deployment"), []],
    ["a StatefulSet without volumes", object("apps/StatefulSet"), []],
    ["settings of something else", object("ConfigMap", {}, { name: "other" }), [server]],
    [
      "settings of the same name elsewhere",
      object("ConfigMap", {}, { name: "settings", namespace: "there" }),
      [server],
    ],
  ])("not %s", (_what, one, others) => {
    expect(diffObjects([...others, one], others).map(({ thing }) => thing.protected)).toEqual([false]);
  });
});
