import { launchedPools } from "../derived/node-scaling";
import type { Finding } from "../finding";
import { INSTANCE_TYPES } from "../reference/instance-types";
import { check, ifThere } from "./check";

const GIB = 2 ** 30;

/** What the kubelet withholds leaves pods something on the smallest node. */
export const kubeletReservations = check(
  { kubelet: ["systemReserved", "kubeReserved"], nodePools: "entries", karpenter: ifThere(["nodePools"]) },
  ({ kubelet: { systemReserved, kubeReserved }, nodePools, karpenter }) => {
    const names = [...Object.values(nodePools), ...Object.values(launchedPools({ karpenter }))].flatMap(
      ({ instanceTypes }) => instanceTypes,
    );
    const types = [...new Set(names)].flatMap((name) => {
      const type = INSTANCE_TYPES[name];
      return type === undefined ? [] : [{ name, cpu: type.vcpu, memory: type.memoryGib * GIB }];
    });
    return (["cpu", "memory"] as const).flatMap((resource): Finding[] => {
      const reserved = systemReserved[resource].value + kubeReserved[resource].value;
      const smallest = types.sort((a, b) => a[resource] - b[resource])[0];
      return smallest === undefined || reserved < smallest[resource]
        ? []
        : [
            {
              path: ["kubelet", "systemReserved", resource],
              given: `${systemReserved[resource]} beside kubeReserved ${kubeReserved[resource]}`,
              allowed: `together less than the ${resource} of ${smallest.name}, the smallest instance type in use`,
              mend: "reserve less, or choose larger instance types",
            },
          ];
    });
  },
);

/** Image garbage collection has a way down: its low threshold lies below the high one. Source: Kubernetes, KubeletConfiguration v1beta1. */
export const imageGcThresholds = check({ kubelet: ["imageGc"] }, ({ kubelet: { imageGc } }) =>
  imageGc.lowThresholdPercent < imageGc.highThresholdPercent
    ? []
    : [
        {
          path: ["kubelet", "imageGc", "lowThresholdPercent"],
          given: `${imageGc.lowThresholdPercent}`,
          allowed: `less than highThresholdPercent, which is ${imageGc.highThresholdPercent}`,
          mend: "lower it, or raise highThresholdPercent",
        },
      ],
);
