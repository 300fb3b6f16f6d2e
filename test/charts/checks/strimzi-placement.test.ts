import { strimziPlacement } from "../../../charts/checks/strimzi-placement";
import type { KubeObject } from "../../../charts/kube-object";
import { prodWith } from "../../infra/prod-platform";
import type { Change } from "./changed-objects";
import { changedCluster, found, foundAfter } from "./kafka-fixture";

const expression = (operator: string, ...values: readonly string[]) => ({
  key: "node.kubernetes.io/pool",
  operator,
  values,
});
const affinity = (...terms: readonly object[]) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: terms.map((one) => ({ matchExpressions: [one] })),
    },
  },
});
const cruiseControl = (value?: unknown): Change => [
  "log",
  ["spec", "cruiseControl", "template", "pod", "affinity"],
  value,
];
const there = (name: string, path: string) =>
  `${path}.template.pod.affinity: ${name}'s pods may be on worker-kafka-v2, whose disks hold data`;

function workers(value: object): KubeObject {
  return {
    apiVersion: "kafka.strimzi.io/v1beta2",
    kind: "KafkaConnect",
    metadata: { name: "movers", namespace: "kafka-prod" },
    spec: { replicas: 2, template: { pod: { affinity: value } } },
  };
}

describe("strimzi-placement", () => {
  it("finds an entity operator that may be anywhere", () => {
    expect(foundAfter(strimziPlacement, ["log", ["spec", "entityOperator", "template"]])).toEqual([
      `Kafka log at ${there("entityOperator", "spec.entityOperator")}`,
    ]);
  });

  it.each<[string, unknown]>([
    ["no affinity", undefined],
    ["another pool excluded", affinity(expression("NotIn", "worker-general-v5"))],
    ["the pool itself", affinity(expression("In", "worker-kafka-v2", "worker-general-v5"))],
    ["an alternative that lets it in", affinity(expression("NotIn", "worker-kafka-v2"), expression("Exists"))],
    ["another label", affinity({ ...expression("NotIn", "worker-kafka-v2"), key: "pool" })],
  ])("finds Cruise Control with %s", (_, value) => {
    expect(foundAfter(strimziPlacement, cruiseControl(value))).toEqual([
      `Kafka log at ${there("cruiseControl", "spec.cruiseControl")}`,
    ]);
  });

  it("finds workers of Connect that may be there", () => {
    expect(found(strimziPlacement, [workers({})])).toEqual([`KafkaConnect movers at ${there("KafkaConnect", "spec")}`]);
    expect(found(strimziPlacement, [workers(affinity(expression("In", "worker-general-v5")))])).toEqual([]);
  });

  it("asks for nothing where no pool holds data", () => {
    const none = prodWith(({ nodePools }) => {
      for (const pool of Object.values(nodePools)) Object.assign(pool, { manager: "eks", localVolumes: false });
    });
    expect(found(strimziPlacement, changedCluster(cruiseControl()), none)).toEqual([]);
  });
});
