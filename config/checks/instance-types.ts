import type { ConfigPath } from "../config-path";
import { launchedPools } from "../derived/node-scaling";
import type { Finding } from "../finding";
import { nearest } from "../nearest";
import { INSTANCE_TYPES, type InstanceType, podAddressLimit } from "../reference/instance-types";
import { check, ifThere } from "./check";

function unknownTypes(path: ConfigPath, types: readonly string[]): Finding[] {
  const known = Object.keys(INSTANCE_TYPES);
  return types.flatMap((type, index): Finding[] => {
    if (INSTANCE_TYPES[type] !== undefined) {
      return [];
    }
    const meant = nearest(type, known);
    const way = meant === undefined ? "choose one of these" : `did you mean ${meant}?`;
    return [
      {
        path: [...path, index],
        given: type,
        allowed: `one of ${known.join(", ")}`,
        mend: `${way} or add the type to config/reference/instance-types.ts`,
      },
    ];
  });
}

/** Types that stand out from the first one of a pool. */
function unlikeFirst(
  path: ConfigPath,
  types: readonly string[],
  trait: (type: InstanceType) => string,
  rule: string,
): Finding[] {
  const [first, ...others] = types.flatMap((name) => {
    const type = INSTANCE_TYPES[name];
    return type === undefined ? [] : [{ name, trait: trait(type), index: types.indexOf(name) }];
  });
  return others
    .filter((other) => other.trait !== first?.trait)
    .map(({ name, trait: own, index }) => ({
      path: [...path, index],
      given: `${name} (${own})`,
      allowed: `${rule}: ${first?.trait}, as ${first?.name}`,
      mend: "choose another type, or move it to a pool of its own",
    }));
}

const sizeOf = ({ vcpu, memoryGib }: InstanceType) => `${vcpu} vCPU, ${memoryGib} GiB`;

/** Instance types of the node pools are known. */
export const knownInstanceTypes = check({ nodePools: "entries" }, ({ nodePools }) =>
  Object.entries(nodePools).flatMap(([pool, { instanceTypes }]) =>
    unknownTypes(["nodePools", pool, "instanceTypes"], instanceTypes),
  ),
);

/** Instance types of Karpenter's pools are known. */
export const knownKarpenterTypes = check({ karpenter: ["nodePools"] }, ({ karpenter: { nodePools } }) =>
  Object.entries(nodePools).flatMap(([pool, { instanceTypes }]) =>
    unknownTypes(["karpenter", "nodePools", pool, "instanceTypes"], instanceTypes),
  ),
);

/**
 * Types of one node pool have the same size: cluster-autoscaler computes with the first type and is wrong about every other one. Karpenter
 * knows each node for itself and is free.
 *
 * Source: kubernetes/autoscaler, cluster-autoscaler/cloudprovider/aws/README.md, Using Mixed Instances Policies and Spot Instances.
 */
export const equalSizes = check({ nodePools: "entries" }, ({ nodePools }) =>
  Object.entries(nodePools).flatMap(([pool, { instanceTypes }]) =>
    unlikeFirst(["nodePools", pool, "instanceTypes"], instanceTypes, sizeOf, "types of the same size"),
  ),
);

/** Types of one pool run the same machine image, and so have the same architecture. */
export const equalArchitectures = check(
  { nodePools: "entries", karpenter: ifThere(["nodePools"]) },
  ({ nodePools, karpenter }) => {
    const architecture = ({ architecture: name }: InstanceType) => name;
    const rule = "types of one architecture";
    const fixed = Object.entries(nodePools).flatMap(([pool, { instanceTypes }]) =>
      unlikeFirst(["nodePools", pool, "instanceTypes"], instanceTypes, architecture, rule),
    );
    const launched = Object.entries(launchedPools({ karpenter })).flatMap(([pool, { instanceTypes }]) =>
      unlikeFirst(["karpenter", "nodePools", pool, "instanceTypes"], instanceTypes, architecture, rule),
    );
    return [...fixed, ...launched];
  },
);

function tooManyPods(path: ConfigPath, maxPods: number | undefined, types: readonly string[]): Finding[] {
  const limits = types.flatMap((name) => {
    const type = INSTANCE_TYPES[name];
    return type === undefined ? [] : [{ name, limit: podAddressLimit(type) }];
  });
  const tightest = limits.sort((a, b) => a.limit - b.limit)[0];
  return maxPods === undefined || tightest === undefined || maxPods <= tightest.limit
    ? []
    : [
        {
          path: [...path, "maxPods"],
          given: `${maxPods}`,
          allowed: `at most ${tightest.limit}: the addresses that the interfaces of ${tightest.name} can hold`,
          mend: "lower it, or choose a larger type",
        },
      ];
}

/** A node has an address for each of its pods. */
export const podsPerNode = check(
  { nodePools: "entries", karpenter: ifThere(["nodePools"]) },
  ({ nodePools, karpenter }) => [
    ...Object.entries(nodePools).flatMap(([pool, { maxPods, instanceTypes }]) =>
      tooManyPods(["nodePools", pool], maxPods, instanceTypes),
    ),
    ...Object.entries(launchedPools({ karpenter })).flatMap(([pool, { maxPods, instanceTypes }]) =>
      tooManyPods(["karpenter", "nodePools", pool], maxPods, instanceTypes),
    ),
  ],
);
