import type { autoscaling } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { POOL_LABEL } from "../../../config/reference/node-labels";
import type { Estate } from "../../estate";
import { type GroupArgs, kubeletRegistrations, NODE_GROUP, type NodeGroup, sizeOf } from "../../node-groups";
import { problem, resourceRule } from "../../rule";

/** Tag by which cluster-autoscaler learns of a label that no node shows yet. Source: cluster-autoscaler, cloudprovider/aws/README.md. */
const LABEL_TAG = `k8s.io/cluster-autoscaler/node-template/label/${POOL_LABEL}`;

/**
 * cluster-autoscaler knows how to fill a group that may be empty.
 *
 * It asks EKS for the labels of nodes to come, but what their kubelets set neither knows until a node is up.
 */
export const scaleFromZeroLabel = resourceRule<GroupArgs>(
  {
    id: "scale-from-zero-label",
    title: "A group that may be empty tells cluster-autoscaler the label that its kubelets set",
    severity: "medium",
    enforcement: "mandatory",
    why: "Once the last node is gone, cluster-autoscaler takes the group for one that no pod selects, and never fills it again.",
    remediation: `Put the tag ${LABEL_TAG} on the Auto Scaling group of the node group.`,
    link: "https://docs.aws.amazon.com/eks/latest/best-practices/cas.html",
  },
  {
    types: [NODE_GROUP],
    when: (group, estate) => sizeOf(group).min === 0 && hasAutoscaler(estate) && label(group, estate) !== undefined,
    check: (group, estate) => {
      const wanted = label(group, estate) ?? "";
      const tags = estate
        .ofType<Unwrap<autoscaling.TagArgs>>("aws:autoscaling/tag:Tag")
        .filter(({ dependencies }) => dependencies.includes(group.urn));
      return tags.some(({ inputs: { tag } }) => tag?.key === LABEL_TAG && tag.value === wanted)
        ? []
        : [problem("scalingConfig.minSize", `is 0, and no Tag says ${LABEL_TAG}=${wanted}; there has to be one`)];
    },
  },
);

/** The pool's label as kubelets set it. */
function label(group: NodeGroup, estate: Estate): string | undefined {
  return kubeletRegistrations(group, estate).find(({ labels }) => POOL_LABEL in labels)?.labels[POOL_LABEL];
}

function hasAutoscaler(estate: Estate): boolean {
  const releases = estate.ofType("kubernetes:helm.sh/v3:Release");
  return releases.some(({ inputs }) => String(inputs.chart).split("/").at(-1) === "cluster-autoscaler");
}
