import {
  companionHeaps,
  companionLimits,
  companionPools,
  companionTaints,
  kafkaUsers,
} from "../../../config/checks/kafka-companions";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const SECTIONS = ["kafkaConnect", "schemaRegistry"] as const;

describe("what runs beside Kafka", () => {
  it("is in order in prod", () => {
    const checks = [companionPools, companionTaints, companionHeaps, companionLimits, kafkaUsers];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  describe.each(SECTIONS)("%s", (section) => {
    const change = (values: object) => (input: ProdInput) => {
      Object.assign(input[section], values);
    };

    it.each([
      ["one that isn't there", "worker-general-v4"],
      ["the brokers'", "worker-kafka-v2"],
    ])("has a pool, but not %s", (_, nodePool) => {
      expect(findingsAfter(companionPools, change({ nodePool }))).toMatchObject([
        {
          path: [section, "nodePool"],
          given: nodePool,
          allowed:
            "a pool of vantage:nodePools other than the brokers': worker-general-v5, worker-memory-v3, worker-spot-v2",
        },
      ]);
    });

    it("has no pool with a taint that it doesn't tolerate", () => {
      expect(findingsAfter(companionTaints, change({ nodePool: "worker-spot-v2" }))).toMatchObject([
        { path: [section, "nodePool"], given: "worker-spot-v2, which has the taint spot-instance=true:NoSchedule" },
      ]);
      expect(findingsAfter(companionTaints, change({ nodePool: "worker-memory-v3" }))).toEqual([]);
    });

    it("has a heap of at most three quarters of its memory", () => {
      const resources = { requests: { cpu: "1", memory: "4Gi" }, limits: { cpu: "1", memory: "4Gi" } };
      expect(findingsAfter(companionHeaps, change({ resources, heap: "3g" }))).toEqual([]);
      expect(findingsAfter(companionHeaps, change({ resources, heap: "3073m" }))).toMatchObject([
        { path: [section, "heap"], given: "3073m", allowed: "at most 75 % of the memory limit, which is 4Gi" },
      ]);
    });

    it("requests no more than its limits", () => {
      const resources = { requests: { cpu: "3", memory: "8Gi" }, limits: { cpu: "2", memory: "7Gi" } };
      expect(pathsAfter(companionLimits, change({ resources }))).toEqual([
        `vantage:${section}.resources.requests.cpu`,
        `vantage:${section}.resources.requests.memory`,
      ]);
    });
  });

  it("has a Kafka user each", () => {
    const shared = (input: ProdInput) => {
      input.schemaRegistry.user = "kafka-connect-user";
    };
    expect(findingsAfter(kafkaUsers, shared)).toMatchObject([
      { path: ["schemaRegistry", "user"], given: "kafka-connect-user, which is another's user" },
    ]);
    const applications = (input: ProdInput) => {
      input.kafkaConnect.user = entry({ user: input.kafka.applicationUser }, "user");
    };
    expect(pathsAfter(kafkaUsers, applications)).toEqual(["vantage:kafkaConnect.user"]);
  });
});
