import type { PlannedResource } from "../../../policies/resource";
import type { Difference } from "../../diff/compare";
import { keysOf } from "../../diff/diff-path";
import type { Subject, TypeRows } from "../row";
import { NODE_GROUP, SCALING_GROUP, TEMPLATE, UPDATE } from "./node-groups";

/** What changes of launch templates do to the nodes that start from them. */
export const LAUNCH_TEMPLATE_ROWS: readonly TypeRows[] = [
  {
    of: ["aws:ec2/launchTemplate:LaunchTemplate"],
    fields: [
      {
        path: ["*"],
        when: (change, subject) => makesVersion(change) && groupsOf(subject, NODE_GROUP).length > 0,
        class: "rolling",
        reason: (_, subject) =>
          `EKS replaces the nodes of ${namesOf(groupsOf(subject, NODE_GROUP))} one after the other: their template gets a new version`,
        source: UPDATE,
      },
      {
        path: ["*"],
        when: (change, subject) => makesVersion(change) && groupsOf(subject, SCALING_GROUP).some(refreshes),
        class: "rolling",
        reason: (_, subject) =>
          `${namesOf(groupsOf(subject, SCALING_GROUP))} replaces its instances one after the other (instanceRefresh)`,
        source: TEMPLATE,
      },
      {
        path: ["*"],
        when: (change, subject) => makesVersion(change) && groupsOf(subject, SCALING_GROUP).length > 0,
        class: "in place",
        reason: (_, subject) =>
          `instances of ${namesOf(groupsOf(subject, SCALING_GROUP))} that start from now on have it; those that run keep what they have`,
        source: TEMPLATE,
      },
    ],
  },
];

/** Whether an input is part of a template's data, of which every change is a version; the description is, too. */
function makesVersion({ path }: Difference): boolean {
  return !["name", "namePrefix", "tags", "defaultVersion", "updateDefaultVersion"].includes(keysOf(path)[0] ?? "");
}

/** Groups whose nodes start from the template. */
function groupsOf({ urn = "", around }: Subject, type: string): readonly PlannedResource[] {
  return around.head.resources.filter((one) => one.type === type && one.dependencies.includes(urn));
}

function refreshes({ inputs }: PlannedResource): boolean {
  return inputs.instanceRefresh !== undefined;
}

function namesOf(groups: readonly PlannedResource[]): string {
  return groups.map(({ name }) => name).join(" and ");
}
