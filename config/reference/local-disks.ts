import { INSTANCE_TYPES } from "./instance-types";

const GIB = 2 ** 30;

/**
 * Share of a disk that a volume on it can have. XFS keeps its journal (at most 2 GiB) and the headers of its allocation groups; on disks of this
 * size both are less than one per cent.
 *
 * Source: xfsprogs, mkfs.xfs(8), log section.
 */
export const FILE_SYSTEM_SHARE = 0.99;

/** Whole GiB that a volume on a disk of so many GB (10^9 bytes) can have. */
export function usableGib(diskGb: number): number {
  return Math.floor(((diskGb * 1e9) / GIB) * FILE_SYSTEM_SHARE);
}

/**
 * Whole GiB of the largest volume that every node of a pool can hold: one disk is one volume, and the smallest of the pool's types decides. 0
 * where a type has no local disks or isn't known.
 */
export function largestLocalVolumeGib(instanceTypes: readonly string[]): number {
  const largest = instanceTypes.map((type) => Math.max(0, ...(INSTANCE_TYPES[type]?.localDisksGb ?? [])));
  return usableGib(Math.min(...largest));
}
