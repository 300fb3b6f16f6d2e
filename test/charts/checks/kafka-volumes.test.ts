import { kafkaVolumes } from "../../../charts/checks/kafka-volumes";
import type { Change } from "./changed-objects";
import { foundAfter } from "./kafka-fixture";

const local = (size: string) => ({ type: "persistent-claim", size, class: "local-nvme" });
const jbod = (...sizes: string[]) => ({ type: "jbod", volumes: sizes.map(local) });
const storage = (value: object): Change => ["more", ["spec", "storage"], value];

describe("kafka-volumes", () => {
  it.each(["2500Gi", "2306Gi", "2500G"])("finds that %s fits no disk of 2500 GB", (size) => {
    expect(foundAfter(kafkaVolumes, storage(local(size)))).toEqual([
      `KafkaNodePool more at spec.storage.size: ${size} fits no disk of i3en.2xlarge: a volume there has at most 2305Gi`,
    ]);
  });

  it("finds the one of several volumes that fits none, and a third for two disks", () => {
    expect(foundAfter(kafkaVolumes, storage(jbod("2200Gi", "2400Gi")))).toEqual([
      "KafkaNodePool more at spec.storage.volumes[1].size: 2400Gi fits no disk of i3en.2xlarge: a volume there has at most 2305Gi",
    ]);
    expect(foundAfter(kafkaVolumes, storage(jbod("1Gi", "1Gi", "1Gi")))).toEqual([
      "KafkaNodePool more at spec.storage: 3 volumes for the 2 disks of i3en.2xlarge",
    ]);
  });

  it("finds nodes without such disks, and no choice of nodes", () => {
    const values = ["spec", "kafka", "template", "pod", "affinity", "nodeAffinity"];
    const terms = [...values, "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms", 0];
    const wanted = "volumes of class local-nvme need nodes of a pool with local volumes; required";
    expect(
      foundAfter(kafkaVolumes, ["log", [...terms, "matchExpressions", 0, "values"], ["worker-memory-v3"]]),
    ).toEqual([
      `KafkaNodePool both at spec.storage: ${wanted}: worker-memory-v3`,
      `KafkaNodePool more at spec.storage: ${wanted}: worker-memory-v3`,
    ]);
    // A template of the pool replaces the cluster's whole, affinity included.
    expect(foundAfter(kafkaVolumes, ["more", ["spec", "template"], { pod: {} }])).toEqual([
      `KafkaNodePool more at spec.storage: ${wanted}: none`,
    ]);
  });

  it.each([local("2305Gi"), jbod("2200Gi", "2200Gi"), { ...local("9Ti"), class: "gp3" }])("takes %j", (value) => {
    expect(foundAfter(kafkaVolumes, storage(value))).toEqual([]);
  });
});
