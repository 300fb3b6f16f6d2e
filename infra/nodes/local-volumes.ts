/** Discovery directory of the local static provisioner: every mount below it becomes a volume of class `local-nvme`. */
export const LOCAL_VOLUMES_DIRECTORY = "/mnt/disks/local-nvme";

/** Where the script puts things; other places only in tests. */
export interface LocalVolumePaths {
  readonly directory?: string;
  readonly fstab?: string;
}

/**
 * Prepares the NVMe instance-store disks of a node: each gets an XFS file system of its own, mounted below the discovery directory under its
 * UUID. One disk, one volume: a broker's 2200Gi claim fits one 2500 GB disk of an i3en.2xlarge, and a lost disk loses one volume.
 *
 * It never formats a disk that has a file system, and mounts are in fstab, so data survives a reboot. It does not survive a stop or a
 * replacement of the instance: those bring empty disks. A node without such disks fails here, visibly, in the log of cloud-init.
 *
 * Source: local volume provisioner, operations guide, "Use a whole disk as a filesystem PV"; EC2 user guide, "Instance store".
 */
export function localVolumesScript({
  directory = LOCAL_VOLUMES_DIRECTORY,
  fstab = "/etc/fstab",
}: LocalVolumePaths = {}): string {
  return `#!/bin/bash
set -euo pipefail

disks=$(lsblk --nodeps --noheadings --paths --output NAME,MODEL | awk '/Amazon EC2 NVMe Instance Storage/ { print $1 }')
if [ -z "$disks" ]; then
  echo "no NVMe instance-store disk on this node: choose an instance type with one, or set localVolumes to false" >&2
  exit 1
fi

for disk in $disks; do
  # Probing the disk itself: the cache of blkid may know a file system of the disk's former life.
  if ! uuid=$(blkid --probe --match-tag UUID --output value "$disk") || [ -z "$uuid" ]; then
    mkfs.xfs -q "$disk"
    uuid=$(blkid --probe --match-tag UUID --output value "$disk")
  fi
  target=${directory}/$uuid
  mkdir -p "$target"
  # nofail: a disk that is gone after a stop must not keep the node from booting.
  grep -q "^UUID=$uuid " ${fstab} || echo "UUID=$uuid $target xfs defaults,noatime,nofail 0 2" >> ${fstab}
  mountpoint -q "$target" || mount --source "UUID=$uuid" --target "$target" --options defaults,noatime
done
`;
}
