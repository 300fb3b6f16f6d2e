import type { helm } from "@pulumi/kubernetes";
import { leavesOf } from "../../readable-texts";
import { problem, resourceRule } from "../../rule";

/** Values of a chart that say which image of a repository is meant. */
const TAG = /^(imageTag|tag|version)$/;

/** Tags under which another image lies after every build. */
const MOVING = /(^|:)(latest|main|master|edge|nightly)$/;

/** A Helm release sets no image to one that changes under its name. */
export const releaseImages = resourceRule<helm.v3.ReleaseArgs>(
  {
    id: "release-images",
    title: "Values of Helm releases name no image that moves",
    severity: "high",
    enforcement: "mandatory",
    why: "A chart's own version pins its images; a value such as latest undoes that, and every new node runs another program.",
    remediation: "Leave the tag to the chart, or name a release.",
    link: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  },
  {
    types: ["kubernetes:helm.sh/v3:Release"],
    check: ({ inputs }) =>
      leavesOf(inputs.values, ["values"]).flatMap((leaf) => {
        const key = String(leaf.path.at(-1));
        if (!TAG.test(key) && key !== "image") return [];
        if ("unreadable" in leaf) throw leaf.unreadable;
        const value = String(leaf.value);
        return MOVING.test(value) ? [problem(leaf.path, `is ${value}; it has to name a release`)] : [];
      }),
  },
);
