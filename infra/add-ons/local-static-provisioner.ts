import { LOCAL_STORAGE_CLASS } from "../../config/reference/storage-classes";
import { LOCAL_VOLUMES_DIRECTORY } from "../nodes/local-volumes";
import { EVERY_TAINT, onLocalVolumeNodes } from "./placement";
import { containerResources } from "./resources";
import type { ValuesContext } from "./values";

/**
 * Values of chart local-static-provisioner: on the nodes with local volumes, it makes a PersistentVolume of every mount below the discovery
 * directory.
 *
 * Volumes of nodes that are gone are not cleaned up by themselves: the controller for that deletes claims, and whether a broker's claim may go is
 * for a person to say.
 *
 * Source: kubernetes-sigs/sig-storage-local-static-provisioner, helm/provisioner/values.yaml; compatibility page, S12 and S13.
 */
export function localStaticProvisionerValues({ platform }: ValuesContext) {
  return {
    classes: [
      {
        name: LOCAL_STORAGE_CLASS,
        hostDir: LOCAL_VOLUMES_DIRECTORY,
        volumeMode: "Filesystem",
        fsType: "xfs",
        namePattern: "*",
      },
    ],
    affinity: onLocalVolumeNodes(platform),
    tolerations: EVERY_TAINT,
    nodeCleanupController: { enabled: false },
    resources: containerResources("10m", "32Mi", "128Mi"),
  };
}
