import { NODE_GROUP, type NodeGroup, nodeGroupRule, sizeOf } from "../../node-groups";
import { problem } from "../../rule";

/** Part of a group that may be away at once: what the loss of one of three zones would take, too. */
const MOST_PERCENT = 33;

/** What Auto Scaling keeps in service during a refresh that doesn't say. Source: EC2 Auto Scaling, RefreshPreferences. */
const HEALTHY_BY_DEFAULT = 90;

/** A group is updated a part at a time. */
export const nodeGroupUpdateShare = nodeGroupRule(
  {
    id: "node-group-update-share",
    title: `An update replaces one node of a group at a time, or at most ${MOST_PERCENT} % of it`,
    severity: "high",
    enforcement: "mandatory",
    why: "The pods of the nodes that go at once have to fit on those that stay; beyond that they wait until new ones have started.",
    remediation: `Set updateConfig.maxUnavailablePercentage to at most ${MOST_PERCENT}, or maxUnavailable to 1.`,
    link: "https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html",
  },
  { check: (group) => (group.type === NODE_GROUP ? managed(group) : refreshed(group)) },
);

/** EKS replaces one node at a time where it isn't told. */
function managed(group: NodeGroup) {
  const { maxUnavailable: count = 0, maxUnavailablePercentage: percent = 0 } = group.inputs.updateConfig ?? {};
  if (percent > MOST_PERCENT) {
    return [problem("updateConfig.maxUnavailablePercentage", `is ${percent}; it has to be at most ${MOST_PERCENT}`)];
  }
  const { desired } = sizeOf(group);
  const most = Math.max(1, Math.floor((desired * MOST_PERCENT) / 100));
  return count <= most
    ? []
    : [problem("updateConfig.maxUnavailable", `is ${count} of ${desired} nodes; it has to be at most ${most}`)];
}

/** Without a refresh nothing is replaced unless a person does it. */
function refreshed({ inputs: { instanceRefresh } }: NodeGroup) {
  const healthy = instanceRefresh?.preferences?.minHealthyPercentage ?? HEALTHY_BY_DEFAULT;
  const path = "instanceRefresh.preferences.minHealthyPercentage";
  const least = 100 - MOST_PERCENT;
  return healthy >= least ? [] : [problem(path, `is ${healthy}; it has to be at least ${least}`)];
}
