import type { PlannedResource } from "../../../policies/resource";
import { claimCost } from "../../../review/cost/claim-cost";
import { ownVolumeCost } from "../../../review/cost/own-volume-cost";
import { PlanIndex } from "../../../review/plan-index";
import { resource } from "../../policies/estate-fixture";
import { planned, provider } from "../plan-fixture";

type Mapping = Readonly<Record<string, unknown>>;

function costs(resources: readonly PlannedResource[], cost = claimCost) {
  const { lines, notPriced } = cost(new PlanIndex([provider(), ...resources]));
  return {
    lines: lines.map(({ resource: of, what, typical }) => [of, what, typical]),
    notPriced: notPriced.map(({ what, reason }) => [what, reason]),
  };
}

const storageClass = (name: string, more: Mapping = {}, annotations: Readonly<Record<string, string>> = {}) =>
  planned("storage.k8s.io/v1:StorageClass", {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: { name, annotations },
    provisioner: "ebs.csi.aws.com",
    ...more,
  });

const GP3 = storageClass("gp3", { parameters: { type: "gp3" } });

const claim = (storageClassName: string | undefined, storage: string) => ({
  metadata: { name: "data" },
  spec: { storageClassName, resources: { requests: { storage } } },
});

const store = (replicas: number | undefined, ...claims: readonly unknown[]) =>
  planned("apps/v1:StatefulSet", {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name: "store", namespace: "db" },
    spec: { replicas, volumeClaimTemplates: claims },
  });

const DATA = ["apps/StatefulSet db/store", "volumes of claim data"];

describe("volumes that pods claim", () => {
  it("cost for each replica", () => {
    // 3 × 80 GiB × 0.08 USD.
    expect(costs([GP3, store(3, claim("gp3", "80Gi"))]).lines).toEqual([[...DATA, 19.2]]);
    expect(costs([GP3, store(undefined, claim("gp3", "80Gi"))]).lines).toEqual([[...DATA, 6.4]]);
    expect(costs([GP3, store(3)]).lines).toEqual([]);
  });

  it("have the class by default where they name none, with its parameters", () => {
    const usual = storageClass(
      "io2",
      { parameters: { type: "io2", iops: "1000" } },
      { "storageclass.kubernetes.io/is-default-class": "true" },
    );
    expect(costs([GP3, usual, store(1, claim(undefined, "80Gi"))]).lines).toEqual([
      [...DATA, 10],
      [DATA[0], "volumes of claim data: IOPS", 65],
    ]);
  });

  it("cost nothing on a node's own disks", () => {
    const local = storageClass("local", { provisioner: "kubernetes.io/no-provisioner" });
    expect(costs([local, store(1, claim("local", "80Gi"))])).toEqual({ lines: [], notPriced: [] });
  });

  it.each([
    ["gone", "80Gi", "the plan has no storage class gone"],
    [undefined, "80Gi", "the plan has no storage class by default"],
    ["nfs", "80Gi", "there is no price of volumes of example.org/nfs"],
    ["gp3", "[unknown]", "the plan doesn't tell their size"],
  ])("of class %s and size %s can't be priced", (name, size, reason) => {
    const nfs = storageClass("nfs", { provisioner: "example.org/nfs" });
    expect(costs([GP3, nfs, store(1, claim(name, size))])).toEqual({ lines: [], notPriced: [[DATA[1], reason]] });
  });

  it("may be claimed by themselves", () => {
    const { spec } = claim("gp3", "10Gi");
    const own = { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata: { name: "c", namespace: "db" }, spec };
    expect(costs([GP3, planned("core/v1:PersistentVolumeClaim", own)]).lines).toEqual([
      ["PersistentVolumeClaim db/c", "volume", 0.8],
    ]);
  });
});

describe("volumes of Kafka", () => {
  const kafka = planned("kafka.strimzi.io/v1beta2:Kafka", {
    apiVersion: "kafka.strimzi.io/v1beta2",
    kind: "Kafka",
    metadata: { name: "k", namespace: "db" },
    spec: {},
  });
  const pool = (storage: Mapping) =>
    planned("kafka.strimzi.io/v1beta2:KafkaNodePool", {
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaNodePool",
      metadata: { name: "brokers", namespace: "db", labels: { "strimzi.io/cluster": "k" } },
      spec: { replicas: 3, storage },
    });
  const volume = { type: "persistent-claim", class: "gp3", size: "100Gi" };
  const POOL = "kafka.strimzi.io/KafkaNodePool db/brokers";

  it("cost for each node of its pools, and each disk of those", () => {
    expect(costs([GP3, kafka, pool(volume)]).lines).toEqual([[POOL, "volumes of Kafka nodes", 24]]);
    const volumes = [
      { ...volume, id: 0 },
      { ...volume, id: 1, size: "50Gi" },
    ];
    expect(costs([GP3, kafka, pool({ type: "jbod", volumes })]).lines).toEqual([
      [POOL, "volumes of Kafka nodes, disk 0", 24],
      [POOL, "volumes of Kafka nodes, disk 1", 12],
    ]);
  });

  it("aren't there without claims, or without the cluster", () => {
    expect(costs([GP3, kafka, pool({ type: "ephemeral" })])).toEqual({ lines: [], notPriced: [] });
    expect(costs([GP3, pool(volume)])).toEqual({ lines: [], notPriced: [] });
  });
});

describe("volumes of charts", () => {
  const release = (values: unknown) => resource("kubernetes:helm.sh/v3:Release", "r", { values });
  const RELEASE = "kubernetes:helm.sh/v3:Release r";

  it("cost where values enable one with a size and a class", () => {
    const values = {
      server: { persistentVolume: { enabled: true, size: "500Gi", storageClass: "gp3" } },
      persistence: { enabled: true, size: "10Gi", storageClassName: "gp3" },
      off: { enabled: false, size: "10Gi", storageClass: "gp3" },
      no: { enabled: true, size: 3, storageClass: "gp3" },
    };
    expect(costs([GP3, release(values)]).lines).toEqual([
      [RELEASE, "volume of server.persistentVolume", 40],
      [RELEASE, "volume of persistence", 0.8],
    ]);
  });

  it("are told where the plan doesn't show the values", () => {
    expect(costs([GP3, release("[secret]")]).notPriced).toEqual([["volumes", "values is secret"]]);
  });
});

test("volumes of their own cost by size and type", () => {
  const volume = (inputs: Mapping) => [resource("aws:ebs/volume:Volume", "v", inputs)];
  expect(costs(volume({ size: 20, type: "gp3" }), ownVolumeCost).lines).toEqual([
    ["aws:ebs/volume:Volume v", "volume", 1.6],
  ]);
  expect(costs(volume({ size: 20 }), ownVolumeCost).notPriced).toEqual([
    ["volume", "there is no price of gp2 volumes"],
  ]);
  expect(costs(volume({ size: "[unknown]", type: "gp3" }), ownVolumeCost).notPriced).toEqual([
    ["volume", "size is unknown before it is created"],
  ]);
});
