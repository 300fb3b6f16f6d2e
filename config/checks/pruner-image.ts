import { compareVersions } from "../reference/version-support";
import { check } from "./check";

/**
 * The first crictl whose `rmi --prune` keeps pinned images. Earlier ones remove the image of the pods' sandboxes, after which a node starts no pod.
 *
 * Source: kubernetes-sigs/cri-tools#1356 and #1360, release v1.30.0.
 */
export const CRICTL_SINCE = "1.30.0";

/** What a tag says of crictl's version: all three numbers, and what the image's makers add after them. */
const VERSION = /^v?(\d+\.\d+\.\d+)(?:[-_.]|$)/;

/** The pruner's image says which crictl it has, and that one keeps pinned images. */
export const prunerImage = check({ maintenance: ["imagePruning"] }, ({ maintenance: { imagePruning } }) => {
  const tag = imagePruning.image.slice(imagePruning.image.lastIndexOf(":") + 1);
  const version = VERSION.exec(tag)?.[1];
  return version !== undefined && compareVersions(version, CRICTL_SINCE) >= 0
    ? []
    : [
        {
          path: ["maintenance", "imagePruning", "image"],
          given: version === undefined ? `${tag}, which is no version of crictl` : `crictl ${version}`,
          allowed: `a tag that begins with crictl's version, ${CRICTL_SINCE} or newer`,
          mend: "build the image with a newer cri-tools, and tag it with that version: an older crictl removes the image that every pod of a node needs",
        },
      ];
});
