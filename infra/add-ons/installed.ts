import type { Platform } from "../../config/platform";
import { ADD_ONS, type AddOnName } from "../../config/sections/add-ons";
import { localVolumePools } from "./placement";

/**
 * The add-ons that a stack installs: all of them, but local-static-provisioner only where a pool has local volumes. Elsewhere its pods would have no node
 * to run on; its release stays in the stack file for the day a pool gets such disks.
 */
export function installedAddOns(platform: Platform): readonly AddOnName[] {
  const withLocalVolumes = localVolumePools(platform).length > 0;
  return ADD_ONS.filter((addOn) => addOn !== "local-static-provisioner" || withLocalVolumes);
}
