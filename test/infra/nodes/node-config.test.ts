import type { NodePool, Platform } from "../../../config/platform";
import {
  kubeletConfig,
  managedNodeConfig,
  maxPodsFlag,
  registrationFlags,
  selfManagedNodeConfig,
} from "../../../infra/nodes/node-config";
import { prodPlatform, prodWith } from "../prod-platform";

const CLUSTER = {
  name: "prod-us-east-1",
  apiServerEndpoint: "https://api.example",
  certificateAuthority: "Q0E=",
  cidr: "172.20.0.0/16",
};

function pool(platform: Platform, name: string): NodePool {
  const found = platform.nodePools[name];
  if (found === undefined) throw new Error(`no pool ${name}`);
  return found;
}

describe("the kubelet's configuration", () => {
  it("is the documented one, without the number of pods, which EKS would overwrite", () => {
    expect(kubeletConfig(prodPlatform())).toEqual({
      systemReserved: { cpu: "500m", memory: "1Gi" },
      kubeReserved: { cpu: "200m", memory: "512Mi" },
      evictionHard: { "memory.available": "100Mi", "nodefs.available": "10%", "imagefs.available": "15%" },
      imageGCHighThresholdPercent: 85,
      imageGCLowThresholdPercent: 70,
      imageMinimumGCAge: "2m",
    });
  });

  it.each([
    ["systemReserved", "750m"],
    ["kubeReserved", "300m"],
  ] as const)("follows %s", (field, cpu) => {
    const platform = prodWith((input) => {
      input.kubelet[field].cpu = cpu;
    });
    expect(kubeletConfig(platform)).toMatchObject({ [field]: { cpu } });
  });
});

describe("the number of pods", () => {
  it.each([
    [58, "--max-pods=58"],
    [234, "--max-pods=234"],
  ])("%i is a flag", (maxPods, flag) => {
    expect(maxPodsFlag({ maxPods })).toBe(flag);
  });
});

describe("the flags of registration", () => {
  it("join labels and taints", () => {
    expect(
      registrationFlags({ a: "1", "example.com/b": "2" }, [
        { key: "dedicated", value: "x", effect: "PreferNoSchedule" },
        { key: "spot-instance", value: "true", effect: "NoSchedule" },
      ]),
    ).toEqual([
      "--node-labels=a=1,example.com/b=2",
      "--register-with-taints=dedicated=x:PreferNoSchedule,spot-instance=true:NoSchedule",
    ]);
  });

  it("are none where there is nothing to say", () => {
    expect(registrationFlags({}, [])).toEqual([]);
  });
});

describe("the NodeConfig", () => {
  const platform = prodPlatform();

  it.each([
    ["worker-general-v5", 234],
    ["worker-memory-v3", 58],
    ["worker-spot-v2", 58],
  ])("of %s gives the pool's label and %i pods: EKS adds cluster, labels and taints", (name, maxPods) => {
    expect(managedNodeConfig(platform, name, pool(platform, name))).toEqual({
      apiVersion: "node.eks.aws/v1alpha1",
      kind: "NodeConfig",
      spec: {
        kubelet: {
          config: kubeletConfig(platform),
          flags: [`--node-labels=node.kubernetes.io/pool=${name}`, `--max-pods=${maxPods}`],
        },
      },
    });
  });

  it("of a self-managed pool names the cluster, and gives all labels and taints", () => {
    const tainted = prodWith((input) => {
      Object.assign(input.nodePools["worker-kafka-v2"] ?? {}, {
        labels: { disk: "nvme" },
        taints: [{ key: "kafka", value: "only", effect: "NoSchedule" }],
      });
    });
    const name = "worker-kafka-v2";
    expect(selfManagedNodeConfig(tainted, name, pool(tainted, name), CLUSTER).spec).toEqual({
      cluster: CLUSTER,
      kubelet: {
        config: kubeletConfig(tainted),
        flags: [
          "--node-labels=node.kubernetes.io/pool=worker-kafka-v2,disk=nvme",
          "--register-with-taints=kafka=only:NoSchedule",
          "--max-pods=58",
        ],
      },
    });
  });
});
