import { mappingAt, numberAt } from "../../charts/checks/object-readers";
import { type Allocatable, allocatable } from "../../config/derived/allocatable";
import type { InstanceType } from "../../config/reference/instance-types";
import { Quantity } from "../../config/units/quantity";
import { nodeConfigsIn, userDataText } from "../../policies/node-config";

type Withheld = Parameters<typeof allocatable>[1];
type Amounts = Readonly<Record<string, unknown>>;

/** What the kubelets of some nodes are told, as a launch template or a NodePool has it. */
export interface KubeletSettings {
  /** Amounts by resource (`cpu: 500m`); empty where none are kept. */
  readonly systemReserved: Amounts;
  /** As above; empty where the image or Karpenter computes them. */
  readonly kubeReserved: Amounts;
  /** Thresholds by signal (`memory.available: 100Mi`). */
  readonly evictionHard: Amounts;
  /** Pods that a node takes; undefined where its interfaces decide. */
  readonly maxPods: number | undefined;
}

/** Threshold of the kubelet that isn't told another. Source: Kubernetes, Node-pressure Eviction; nodeadm and Karpenter have the same. */
const DEFAULT_EVICTION = "100Mi";

const MAX_PODS_FLAG = /--max-pods[=\s]+(\d+)/;

/** The settings in user data: those of all its NodeConfigs together, the last one first. */
export function settingsInUserData(userDataBase64: string): KubeletSettings {
  const text = userDataText(userDataBase64);
  const configs = nodeConfigsIn(text).map((config) => settingsIn(mappingAt(config, ["spec", "kubelet", "config"])));
  const merged = configs.reduce(
    (before, after) => ({
      systemReserved: { ...before.systemReserved, ...after.systemReserved },
      kubeReserved: { ...before.kubeReserved, ...after.kubeReserved },
      evictionHard: { ...before.evictionHard, ...after.evictionHard },
      maxPods: after.maxPods ?? before.maxPods,
    }),
    settingsIn({}),
  );
  const flag = MAX_PODS_FLAG.exec(text)?.[1];
  return flag === undefined ? merged : { ...merged, maxPods: Number(flag) };
}

/** The settings of a kubelet's configuration, or of a NodePool's `spec.template.spec.kubelet`: the fields have the same names. */
export function settingsIn(kubelet: unknown): KubeletSettings {
  return {
    systemReserved: mappingAt(kubelet, ["systemReserved"]),
    kubeReserved: mappingAt(kubelet, ["kubeReserved"]),
    evictionHard: mappingAt(kubelet, ["evictionHard"]),
    maxPods: numberAt(kubelet, ["maxPods"]) || undefined,
  };
}

/** Pods that a node takes. Without a number: the single addresses of its interfaces and two pods on its own network. Source: amazon-vpc-cni-k8s, misc/eni-max-pods.txt. */
export function podsOfNode({ maxInterfaces, ipv4PerInterface }: InstanceType, { maxPods }: KubeletSettings): number {
  return maxPods ?? maxInterfaces * (ipv4PerInterface - 1) + 2;
}

/** What a node of a type has for pods under these settings. */
export function allocatableOf(type: InstanceType, settings: KubeletSettings): Allocatable {
  const { systemReserved, kubeReserved, evictionHard } = settings;
  const computed = computedReservation(type, podsOfNode(type, settings));
  const withheld: Withheld = {
    systemReserved: reservation(systemReserved, { cpu: "0", memory: "0" }),
    kubeReserved: reservation(kubeReserved, computed),
    evictionHard: {
      "memory.available": String(evictionHard["memory.available"] ?? DEFAULT_EVICTION),
      "nodefs.available": String(evictionHard["nodefs.available"] ?? ""),
      "imagefs.available": String(evictionHard["imagefs.available"] ?? ""),
    },
  };
  return allocatable(type, withheld);
}

function reservation(amounts: Amounts, otherwise: { readonly cpu: string; readonly memory: string }) {
  return {
    cpu: Quantity.parse(String(amounts.cpu ?? otherwise.cpu)),
    memory: Quantity.parse(String(amounts.memory ?? otherwise.memory)),
  };
}

/** Thousandths of a core up to which a share, in ten-thousandths, is kept. */
const CPU_STEPS = [
  { upToMilli: 1_000, perTenThousand: 600 },
  { upToMilli: 2_000, perTenThousand: 100 },
  { upToMilli: 4_000, perTenThousand: 50 },
  { upToMilli: Number.POSITIVE_INFINITY, perTenThousand: 25 },
] as const;

/**
 * What is kept for kubelet and runtime where nothing says how much: 11 MiB for each pod and 255 MiB, and a falling share of the cores.
 *
 * Source: karpenter-provider-aws v1.0.0, pkg/providers/instancetype/types.go, kubeReservedResources; awslabs/amazon-eks-ami, nodeadm, has the same curve.
 */
function computedReservation({ vcpu }: InstanceType, pods: number): { readonly cpu: string; readonly memory: string } {
  let [from, milli] = [0, 0];
  for (const { upToMilli, perTenThousand } of CPU_STEPS) {
    const cores = Math.max(0, Math.min(vcpu * 1_000, upToMilli) - from);
    milli += Math.trunc((cores * perTenThousand) / 10_000);
    from = upToMilli;
  }
  return { cpu: `${milli}m`, memory: `${11 * pods + 255}Mi` };
}
