import type { KubeObject } from "../../../charts/kube-object";
import type { PlannedResource } from "../../../policies/resource";
import { diffStack } from "../../../review/diff/diff-stack";
import { resource } from "../../policies/estate-fixture";
import { at, object } from "../fixture";

const TOPIC = "kafka.strimzi.io/KafkaTopic";

/** The resource that an object is in a plan. */
function planned(one: KubeObject, name = "chart-it", more: Partial<PlannedResource> = {}): PlannedResource {
  const group = one.apiVersion.includes("/") ? one.apiVersion : `core/${one.apiVersion}`;
  return { ...resource(`kubernetes:${group}:${one.kind}`, name, { ...one }), ...more };
}

const summary = (...[base, head]: Parameters<typeof diffStack>) =>
  diffStack(base, head).map(({ operation, thing, class: is }) => `${thing.side} ${operation} ${thing.name}: ${is}`);

const [six, twelve] = [6, 12].map((partitions) => object(TOPIC, at("spec.partitions", partitions)));
if (six === undefined || twelve === undefined) throw new Error("no topics");

describe("an object that plan and manifests have", () => {
  it("is told once, from the manifests", () => {
    expect(
      summary({ resources: [planned(six)], objects: [six] }, { resources: [planned(twelve)], objects: [twelve] }),
    ).toEqual(["manifests changed kafka.strimzi.io/KafkaTopic here/it: in place"]);
    expect(summary({ resources: [planned(six)], objects: [six] }, { resources: [], objects: [] })).toEqual([
      "manifests removed kafka.strimzi.io/KafkaTopic here/it: data loss",
    ]);
    expect(summary({ resources: [], objects: [] }, { resources: [planned(six)], objects: [six] })).toEqual([
      "manifests added kafka.strimzi.io/KafkaTopic here/it: in place",
    ]);
  });

  it("is told from the plan where only that knows: another logical name, protection that ends", () => {
    const objects = [six];
    expect(
      summary({ resources: [planned(six)], objects }, { resources: [planned(six, "chart-new")], objects }),
    ).toEqual(["plan changed kubernetes:kafka.strimzi.io/v1:KafkaTopic chart-it: data loss"]);
    const guarded = planned(six, "chart-it", { protect: true });
    expect(summary({ resources: [guarded], objects }, { resources: [planned(six)], objects })).toEqual([
      "plan changed kubernetes:kafka.strimzi.io/v1:KafkaTopic chart-it: data loss",
    ]);
  });

  it("is read in full where the plan says what its deletion would do", () => {
    const claims = { volumeClaimTemplates: [{ metadata: { name: "data" } }] };
    const server = object("apps/StatefulSet", {
      spec: { ...claims, persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } },
    });
    const objects = [server];
    const changes = diffStack(
      { resources: [planned(server, "chart-it", { protect: true })], objects },
      { resources: [planned(server)], objects },
    );
    expect(changes.map(({ class: is, reason }) => `${is}: ${reason}`)).toEqual([
      "data loss: nothing is lost now, but from now on the engine no longer refuses to delete it: with a deletion, its pods are ended, and their volumes go with them (persistentVolumeClaimRetentionPolicy)",
    ]);
  });

  it("is told as another resource, too, when it is written in another version of its API", () => {
    const next = { ...six, apiVersion: "kafka.strimzi.io/v2" };
    const changes = diffStack(
      { resources: [planned(six)], objects: [six] },
      { resources: [planned(next)], objects: [next] },
    );
    expect(changes.map(({ thing, class: is, reason }) => `${thing.protected} ${thing.name}: ${is}: ${reason}`)).toEqual(
      [
        "true kubernetes:kafka.strimzi.io/v1:KafkaTopic chart-it: data loss: it has another version of its API, and no alias is known here: Pulumi makes a new one and deletes this one; Strimzi deletes the topic with its resource, and all its records",
        "true kafka.strimzi.io/KafkaTopic here/it: in place: the same object, written in another version of its API",
      ],
    );
    expect(summary({ resources: [planned(six)], objects: [] }, { resources: [planned(next)], objects: [] })).toEqual([
      "plan changed kubernetes:kafka.strimzi.io/v1:KafkaTopic chart-it: data loss",
    ]);
  });

  it("is protected when the plan says so", () => {
    const [one, other] = [1, 2].map((replicas) => object("apps/Deployment", at("spec.replicas", replicas)));
    if (one === undefined || other === undefined) throw new Error("no objects");
    const changes = diffStack(
      { resources: [planned(one, "chart-it", { protect: true })], objects: [one] },
      { resources: [planned(other, "chart-it", { protect: true })], objects: [other] },
    );
    expect(changes.map(({ thing }) => thing.protected)).toEqual([true]);
  });
});

describe("what is in a plan alone", () => {
  it("is told from there", () => {
    const [slow, fast] = ["gp2", "gp3"].map((type) =>
      object("storage.k8s.io/StorageClass", at("parameters.type", type)),
    );
    if (slow === undefined || fast === undefined) throw new Error("no classes");
    expect(summary({ resources: [planned(slow)], objects: [] }, { resources: [planned(fast)], objects: [] })).toEqual([
      "plan changed kubernetes:storage.k8s.io/v1:StorageClass chart-it: replacement",
    ]);
  });

  it("is known where the manifests ask for it: whether a class expands its volumes", () => {
    const storage = object("storage.k8s.io/StorageClass", { allowVolumeExpansion: false }, { name: "disk" });
    const pool = (size: string) =>
      object("kafka.strimzi.io/KafkaNodePool", at("spec.storage", { class: "disk", size }));
    const resources = [planned(storage)];
    const [change] = diffStack({ resources, objects: [pool("1Gi")] }, { resources, objects: [pool("2Gi")] });
    expect(`${change?.class}: ${change?.reason}`).toBe(
      "in place: nothing gets larger: storage class disk doesn't expand volumes, so only brokers that come from now on have the new size, from 1Gi to 2Gi",
    );
  });
});

describe("what a command is handed", () => {
  const operator = (hub: string) => object("install.istio.io/IstioOperator", at("spec.hub", hub));
  const command = (stdin: string, version = "1") =>
    resource("command:local:Command", "istioctl", { stdin, environment: { version } });
  const text = (hub: string) => JSON.stringify(operator(hub));

  it("is told once, from the manifests, and the command with what else changed", () => {
    const base = { resources: [command(text("a"))], objects: [operator("a")] };
    expect(summary(base, { resources: [command(text("b"))], objects: [operator("b")] })).toEqual([
      "manifests changed install.istio.io/IstioOperator here/it: rolling",
    ]);
    expect(summary(base, { resources: [command(text("a"), "2")], objects: [operator("a")] })).toEqual([
      "plan changed command:local:Command istioctl: in place",
    ]);
  });

  it("is told from the plan when no manifest has it", () => {
    const of = (hub: string) => ({ resources: [command(text(hub))], objects: [] });
    const [change] = diffStack(of("a"), of("b"));
    expect(change?.fields.map(({ path }) => path)).toEqual(["stdin[kind=IstioOperator,metadata.name=it].spec.hub"]);
  });
});
