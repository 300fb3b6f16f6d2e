import { gzipSync } from "node:zlib";
import { INSTANCE_TYPES } from "../../../config/reference/instance-types";
import { allocatableOf, podsOfNode, settingsIn, settingsInUserData } from "../../../review/nodes/kubelet-settings";
import { entry } from "../../config/checks/prod-findings";

const MIB = 2 ** 20;

const NODE_CONFIG = `apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  kubelet:
    config:
      systemReserved: { cpu: 500m, memory: 1Gi }
      kubeReserved: { cpu: 200m, memory: 512Mi }
      evictionHard: { memory.available: 100Mi }
    flags: [--max-pods=234]
`;

const base64 = (bytes: string | Buffer) => Buffer.from(bytes).toString("base64");

describe("the settings of kubelets", () => {
  it("are read from user data, packed or not", () => {
    const settings = {
      systemReserved: { cpu: "500m", memory: "1Gi" },
      kubeReserved: { cpu: "200m", memory: "512Mi" },
      evictionHard: { "memory.available": "100Mi" },
      maxPods: 234,
    };
    expect(settingsInUserData(base64(NODE_CONFIG))).toEqual(settings);
    expect(settingsInUserData(base64(gzipSync(NODE_CONFIG)))).toEqual(settings);
  });

  it("are joined from several NodeConfigs, of which the last one counts", () => {
    const part = (config: string) =>
      `--E\nContent-Type: application/node.eks.aws\n\nkind: NodeConfig\nspec: { kubelet: { config: ${config} } }\n`;
    const document = `Content-Type: multipart/mixed; boundary="E"\n\n${part("{ maxPods: 20, systemReserved: { cpu: 1, memory: 1Gi } }")}${part("{ systemReserved: { cpu: 2 } }")}--E--\n`;
    expect(settingsInUserData(base64(document))).toEqual({
      systemReserved: { cpu: 2, memory: "1Gi" },
      kubeReserved: {},
      evictionHard: {},
      maxPods: 20,
    });
  });

  it("are nothing where nothing is said", () => {
    expect(settingsInUserData(base64("#!/bin/sh\n"))).toEqual(settingsIn({}));
    expect(settingsIn(undefined)).toEqual({
      systemReserved: {},
      kubeReserved: {},
      evictionHard: {},
      maxPods: undefined,
    });
  });
});

describe("what a node has for pods", () => {
  it("is its capacity without what is kept: m6i.4xlarge under the documented settings", () => {
    const { cpuMilli, memoryBytes } = allocatableOf(
      entry(INSTANCE_TYPES, "m6i.4xlarge"),
      settingsInUserData(base64(NODE_CONFIG)),
    );
    expect(cpuMilli).toBe(16_000 - 500 - 200);
    expect(memoryBytes / MIB).toBeCloseTo(64 * 1024 * 0.925 - 1024 - 512 - 100, 5);
  });

  it.each([
    // 6% of the first core, 1% of the second, 0.5% of two more, 0.25% of the rest; 255 MiB and 11 for each pod.
    ["t3.medium", 60 + 10, 17],
    ["m6i.xlarge", 60 + 10 + 10, 58],
    ["r6i.2xlarge", 60 + 10 + 10 + 10, 58],
    ["m6i.4xlarge", 60 + 10 + 10 + 30, 234],
  ])("%s keeps %dm and 11 MiB for each of %d pods where nothing says how much", (name, milli, pods) => {
    const type = entry(INSTANCE_TYPES, name);
    const settings = settingsIn({});
    expect(podsOfNode(type, settings)).toBe(pods);
    const { cpuMilli, memoryBytes } = allocatableOf(type, settings);
    expect(cpuMilli).toBe(type.vcpu * 1_000 - milli);
    expect(memoryBytes / MIB).toBeCloseTo(type.memoryGib * 1024 * 0.925 - 255 - 11 * pods - 100, 5);
  });

  it("takes as many pods as it is told", () => {
    expect(podsOfNode(entry(INSTANCE_TYPES, "m6i.4xlarge"), settingsIn({ maxPods: 110 }))).toBe(110);
  });
});
