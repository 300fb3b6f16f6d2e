import type { Platform } from "../../config/platform";
import { ADD_ONS, type AddOnName } from "../../config/sections/add-ons";
import { localVolumePools } from "./placement";

/** A release of the stack file. */
type Release = NonNullable<Platform["addOns"]["releases"][AddOnName]>;

/**
 * The add-ons that a stack installs, with their releases: those of its stack file, but local-static-provisioner only where a pool has local volumes. Elsewhere its pods
 * would have no node to run on; its release stays in the stack file for the day a pool gets such disks.
 */
export function installedAddOns(platform: Platform): readonly (readonly [AddOnName, Release])[] {
  const withLocalVolumes = localVolumePools(platform).length > 0;
  return ADD_ONS.filter((addOn) => addOn !== "local-static-provisioner" || withLocalVolumes).flatMap((addOn) => {
    const release = platform.addOns.releases[addOn];
    return release === undefined ? [] : [[addOn, release] as const];
  });
}
