import { at, objectLife, objectLines } from "../../fixture";

const image = (template: string, tag: string, more: object = {}) => {
  const containers = at(template, [{ name: "main", image: `shop:${tag}` }]) as { readonly spec: object };
  return { spec: { ...containers.spec, ...more } };
};
const TEMPLATE = "spec.template.spec.containers";
const PATH = `${TEMPLATE}[name=main].image`;

describe("another image", () => {
  it.each([
    ["apps/Deployment", {}, "rolling: another image: the Deployment replaces its pods one after the other"],
    [
      "apps/Deployment",
      { strategy: { type: "Recreate" } },
      "replacement: another image: the Deployment ends all its pods before it starts new ones (Recreate)",
    ],
    [
      "apps/StatefulSet",
      { replicas: 3 },
      "rolling: another image: the StatefulSet replaces its pods one after the other",
    ],
    [
      "apps/StatefulSet",
      { replicas: 1 },
      "rolling: another image: the StatefulSet replaces its pods one after the other, and it has one: that is gone until the new one is ready",
    ],
    [
      "apps/StatefulSet",
      { updateStrategy: { type: "OnDelete" } },
      "rolling: another image: the StatefulSet replaces no pod by itself (OnDelete); whoever upgrades deletes them one after the other",
    ],
    ["apps/DaemonSet", {}, "rolling: another image: the DaemonSet replaces its pods one after the other"],
    [
      "batch/Job",
      {},
      "replacement: a Job can't change: Pulumi deletes it and makes it again, so that it runs once more",
    ],
  ])("of a %s with %j", (type, more, expected) => {
    expect(objectLines(type, image(TEMPLATE, "1", more), image(TEMPLATE, "2", more))).toEqual([`${PATH}: ${expected}`]);
  });

  it("of a CronJob counts from its next run on", () => {
    const template = "spec.jobTemplate.spec.template.spec.containers";
    expect(objectLines("batch/CronJob", image(template, "1"), image(template, "2"))).toEqual([
      `${template}[name=main].image: in place: another image: its next run has it, one that goes on doesn't`,
    ]);
  });
});

describe("pods", () => {
  it("are replaced for labels and annotations of their own, and not for those of what makes them", () => {
    const labels = (value: string) => at("spec.template.metadata.labels.version", value);
    expect(objectLines("apps/Deployment", labels("1"), labels("2"))).toEqual([
      "spec.template.metadata.labels.version: rolling: another pod template: the Deployment replaces its pods one after the other",
    ]);
  });

  it.each([
    ["more of them", 2, 3, "in place: pods are added, from 2 to 3; the others go on"],
    ["fewer of them", 3, 2, "in place: pods are taken away, from 3 to 2; the others go on"],
    ["none of them", 3, 0, "replacement: all its pods are ended: what they served is gone until there are some again"],
  ])("%s", (_what, before, after, expected) => {
    expect(objectLines("apps/Deployment", at("spec.replicas", before), at("spec.replicas", after))).toEqual([
      `spec.replicas: ${expected}`,
    ]);
  });

  it("that go take their volumes along where the StatefulSet says so", () => {
    const of = (replicas: number) => ({
      spec: { replicas, persistentVolumeClaimRetentionPolicy: { whenScaled: "Delete", whenDeleted: "Delete" } },
    });
    expect(objectLines("apps/StatefulSet", of(3), of(2))).toEqual([
      "spec.replicas: data loss: the pods that go take their volumes along (persistentVolumeClaimRetentionPolicy)",
    ]);
    expect(objectLife("apps/StatefulSet", of(3)).removed).toMatch(/^data loss: .*their volumes go with them/);
  });

  it("leave their volumes behind otherwise", () => {
    expect(objectLife("apps/StatefulSet", at("spec.volumeClaimTemplates", [{}])).removed).toBe(
      "replacement: its pods are ended, and what they served is gone; their claims stay with the volumes, and nothing uses them",
    );
    expect(objectLife("apps/Deployment").removed).toBe("replacement: its pods are ended, and what they served is gone");
  });

  it("get other claims only with another StatefulSet", () => {
    const of = (storage: string) =>
      at("spec.volumeClaimTemplates", [
        { metadata: { name: "data" }, spec: at("resources.requests.storage", storage) },
      ]);
    expect(objectLines("apps/StatefulSet", of("80Gi"), of("100Gi"))).toEqual([
      "spec.volumeClaimTemplates[metadata.name=data].spec.resources.requests.storage: replacement: the API refuses another template of claims: the StatefulSet is deleted and made again, and takes over the claims that are there, as they are",
    ]);
    // The API compares amounts, but Pulumi texts.
    expect(objectLines("apps/StatefulSet", of("1Gi"), of("1024Mi"))).toEqual([
      "spec.volumeClaimTemplates[metadata.name=data].spec.resources.requests.storage: replacement: the API refuses another template of claims: the StatefulSet is deleted and made again, and takes over the claims that are there, as they are; it is the same quantity, written otherwise, but texts are compared",
    ]);
  });

  it("take their volumes along by what the StatefulSet says after the change", () => {
    const of = (replicas: number, whenScaled: string) => ({
      spec: { replicas, persistentVolumeClaimRetentionPolicy: { whenScaled } },
    });
    const policy = "spec.persistentVolumeClaimRetentionPolicy";
    expect(objectLines("apps/StatefulSet", of(3, "Retain"), of(1, "Delete"))).toEqual([
      `${policy}.whenScaled: in place: nothing is deleted now, but from now on volumes go with pods that are scaled away`,
      "spec.replicas: data loss: the pods that go take their volumes along (persistentVolumeClaimRetentionPolicy)",
    ]);
    expect(objectLines("apps/StatefulSet", of(3, "Delete"), of(0, "Delete"))).toEqual([
      "spec.replicas: data loss: the pods that go take their volumes along (persistentVolumeClaimRetentionPolicy)",
    ]);
    expect(objectLines("apps/StatefulSet", of(3, "Delete"), of(1, "Retain"))).toEqual([
      `${policy}.whenScaled: in place: from now on volumes stay when pods are scaled away`,
      "spec.replicas: in place: pods are taken away, from 3 to 1; the others go on",
    ]);
    expect(
      objectLines(
        "apps/StatefulSet",
        { spec: {} },
        { spec: at("persistentVolumeClaimRetentionPolicy.whenDeleted", "Delete") },
      ),
    ).toEqual([
      `${policy}: in place: nothing is deleted now, but from now on volumes go with pods when the StatefulSet is deleted`,
    ]);
  });
});

describe("pods of a StatefulSet", () => {
  const MOUNTS = "spec.template.spec.containers[name=main].volumeMounts";
  const lost = (path: string) =>
    `${path}: data loss: its pods no longer have the volume of claim data there: what is on it stays behind, and they start without it`;
  const of = (...mounts: readonly object[]) => ({
    spec: {
      replicas: 3,
      template: {
        spec: { containers: [{ name: "main", volumeMounts: mounts }], volumes: [{ name: "scratch", emptyDir: {} }] },
      },
      volumeClaimTemplates: [{ metadata: { name: "data" } }],
    },
  });
  const mount = (name: string, mountPath: string) => ({ name, mountPath });
  const lines = (before: object, after: object) => objectLines("apps/StatefulSet", { ...before }, { ...after });

  it("lose what is on a volume that they claim and no longer mount", () => {
    expect(lines(of(mount("data", "/data")), of(mount("scratch", "/data")))).toEqual([
      lost(`${MOUNTS}[mountPath=/data].name`),
    ]);
    expect(lines(of(mount("data", "/data"), mount("scratch", "/tmp")), of(mount("scratch", "/tmp")))).toEqual([
      lost(`${MOUNTS}[mountPath=/data]`),
    ]);
    const { template, ...rest } = of(mount("data", "/data")).spec;
    const bare = { spec: { ...rest, template: { spec: { ...template.spec, containers: [{ name: "main" }] } } } };
    expect(lines(of(mount("data", "/data")), bare)).toEqual([lost(MOUNTS)]);
  });

  it("keep it when they mount it elsewhere, otherwise, or mount another one elsewhere", () => {
    const classes = (before: object, after: object) => lines(before, after).map((line) => line.split(": ")[1]);
    expect(classes(of(mount("data", "/data")), of(mount("data", "/var")))).toEqual(["rolling", "rolling"]);
    expect(classes(of(mount("data", "/data")), of({ ...mount("data", "/data"), subPath: "a" }))).toEqual(["rolling"]);
    expect(
      classes(of(mount("data", "/data"), mount("scratch", "/tmp")), of(mount("data", "/data"), mount("data", "/tmp"))),
    ).toEqual(["rolling"]);
  });
});

describe("a Job is compared as texts", () => {
  it("so that the same quantity, written otherwise, runs it once more", () => {
    const of = (cpu: string) => at(TEMPLATE, [{ name: "main", resources: at("requests.cpu", cpu) }]);
    expect(objectLines("batch/Job", of("100m"), of("0.1"))).toEqual([
      `${TEMPLATE}[name=main].resources.requests.cpu: replacement: a Job can't change: Pulumi deletes it and makes it again, so that it runs once more; it is the same quantity, written otherwise, but texts are compared`,
    ]);
    expect(objectLines("apps/Deployment", of("100m"), of("0.1"))).toEqual([
      `${TEMPLATE}[name=main].resources.requests.cpu: no effect: the same quantity, written otherwise`,
    ]);
  });

  it("as is what of a StatefulSet can't change", () => {
    expect(objectLines("apps/StatefulSet", { spec: {} }, at("spec.revisionHistoryLimit", 10))).toEqual([
      "spec.revisionHistoryLimit: replacement: spec.revisionHistoryLimit of a StatefulSet can't change: Pulumi deletes the object and makes it again; it is what Kubernetes fills in where it isn't given, but texts are compared",
    ]);
    expect(objectLines("apps/Deployment", { spec: {} }, at("spec.revisionHistoryLimit", 10))).toEqual([
      "spec.revisionHistoryLimit: no effect: what Kubernetes fills in where it isn't given",
    ]);
  });
});

describe("how many may be missing", () => {
  const budget = (maxUnavailable: number) => ({ spec: { maxUnavailable, selector: { matchLabels: { app: "shop" } } } });

  it("is in place", () => {
    expect(objectLines("policy/PodDisruptionBudget", budget(1), budget(2))).toEqual([
      "spec.maxUnavailable: in place: drains may from then on take other numbers of its pods at once, maxUnavailable from 1 to 2",
    ]);
  });

  it("is all of them without a budget", () => {
    expect(objectLife("policy/PodDisruptionBudget", budget(1))).toEqual({
      added: "in place: drains wait from then on until the budget lets them go on",
      removed:
        "in place: nothing is ended now, but drains may take all pods of app=shop at once: those of node updates, of Karpenter and of the autoscaler",
    });
  });
});

describe("jobs", () => {
  it.each([
    ["batch/CronJob", ["spec", "schedule"], "in place: it counts from the next run on"],
    ["batch/CronJob", ["spec", "jobTemplate", "spec", "backoffLimit"], "in place: it counts from the next run on"],
    ["batch/CronJob", ["spec", "suspend"], "in place: no run starts any more until it is switched on"],
    [
      "batch/Job",
      ["spec", "completions"],
      "replacement: a Job can't change: Pulumi deletes it and makes it again, so that it runs once more",
    ],
  ])("%s %j", (type, path, expected) => {
    expect(objectLines(type, at(path, false), at(path, true))).toEqual([`${path.join(".")}: ${expected}`]);
  });

  it("run once when they come", () => {
    expect(objectLife("batch/Job").added).toBe("in place: it runs once");
  });
});
