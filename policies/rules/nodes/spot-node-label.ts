import type { eks } from "@pulumi/aws";
import type { helm } from "@pulumi/kubernetes";
import type { Unwrap } from "@pulumi/pulumi";
import { SPOT_NODE_LABEL } from "../../../config/reference/node-labels";
import { isBlank, nothingShown } from "../../blank";
import type { Estate } from "../../estate";
import { NODE_GROUP } from "../../node-groups";
import { HELM_RELEASE } from "../../readers/interruption-queues";
import { problem, resourceRule } from "../../rule";
import { holdsForOne } from "../../shown";

/** The nodes of spot groups are found by aws-node-termination-handler, where the stack has it. EKS drains the spot nodes of its groups itself and needs no label. */
export const spotNodeLabel = resourceRule<eks.NodeGroupArgs>(
  {
    id: "spot-node-label",
    title: "Nodes of spot groups carry the label by which the termination handler finds them",
    severity: "high",
    enforcement: "mandatory",
    why: "The handler's DaemonSet selects nodes by the label: on one without, what the stack configures for interruptions doesn't hold, and only what EKS does by itself is left.",
    remediation: `Give the group the labels ${labelsText()}.`,
    link: "https://github.com/aws/aws-node-termination-handler",
  },
  {
    types: [NODE_GROUP],
    when: ({ inputs: { capacityType } }, estate) => capacityType === "SPOT" && hasHandler(estate),
    check: ({ inputs: { labels } }) =>
      Object.entries(SPOT_NODE_LABEL)
        .filter(([key, value]) => labels?.[key] !== value)
        .map(([key, value]) => problem(["labels", key], `is ${labels?.[key] ?? "not set"}; it has to be ${value}`)),
  },
);

/** Whether the stack installs the handler. A release that shows nothing may be it. */
function hasHandler(estate: Estate): boolean {
  const releases = estate.ofType<Unwrap<helm.v3.ReleaseArgs>>(HELM_RELEASE);
  return holdsForOne(releases, (release) =>
    isBlank(release) ? nothingShown() : /(^|\/)aws-node-termination-handler$/.test(release.inputs.chart ?? ""),
  );
}

function labelsText(): string {
  return Object.entries(SPOT_NODE_LABEL)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ");
}
