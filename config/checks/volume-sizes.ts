import type { Finding } from "../finding";
import type { Quantity } from "../units/quantity";
import { check } from "./check";

const GIB = 2 ** 30;

/** Sizes of a root volume in GiB: the image of AL2023 for EKS needs 20, a gp3 volume ends at 16 TiB. Source: Amazon EBS user guide, gp3. */
export const ROOT_VOLUME_GIB = { smallest: 20, largest: 16_384 } as const;

function judge(path: Finding["path"], size: Quantity): Finding[] {
  const gib = size.value / GIB;
  const { smallest, largest } = ROOT_VOLUME_GIB;
  return Number.isInteger(gib) && gib >= smallest && gib <= largest
    ? []
    : [
        {
          path,
          given: `${size}`,
          allowed: `whole GiB from ${smallest}Gi to ${largest}Gi`,
          mend: "write a whole number followed by Gi, such as 200Gi",
        },
      ];
}

/** Root volumes of node pools have a size that EBS takes and the image fits. */
export const rootVolumes = check({ nodePools: "entries" }, ({ nodePools }) =>
  Object.entries(nodePools).flatMap(([pool, { rootVolume }]) => judge(["nodePools", pool, "rootVolume"], rootVolume)),
);

/** The root volume of Karpenter's nodes does, and its throughput has the operations it needs: at most 0.25 MiB/s for each. */
export const karpenterVolume = check({ karpenter: ["nodeClass"] }, ({ karpenter: { nodeClass } }) => {
  const { rootVolume, iops, throughput } = nodeClass;
  const most = Math.floor(iops / 4);
  const size = judge(["karpenter", "nodeClass", "rootVolume"], rootVolume);
  return throughput <= most
    ? size
    : [
        ...size,
        {
          path: ["karpenter", "nodeClass", "throughput"],
          given: `${throughput}`,
          allowed: `at most ${most}: a quarter of iops (${iops}), as EBS limits gp3`,
          mend: "lower it, or raise iops",
        },
      ];
});
