import { isNarrowed } from "../../iam/conditions";
import { covers, isAnyResource, isRead } from "../../iam/patterns";
import { CONTENT_READS, WITHOUT_RESOURCE } from "../../iam/reference-actions";
import { identityPolicyRule } from "../../iam/statement-rule";

/** On every resource an identity may only look, unless a condition says which resources or tags are meant, or AWS knows no resource for the call. */
export const iamAnyResource = identityPolicyRule(
  {
    id: "iam-any-resource",
    title: "On every resource, policies without a condition allow no more than to look at what there is",
    severity: "high",
    enforcement: "mandatory",
    why: "A workload that is broken into would reach what belongs to other workloads, and to other clusters of the account.",
    remediation: "Name the resources, or limit the statement by their tags; a region or TLS alone is no limit.",
    link: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  },
  {
    check: (statement) => {
      const { actions, resources, notResources } = statement;
      const any = resources.filter(isAnyResource);
      if ((any.length === 0 && notResources.length === 0) || isNarrowed(statement)) return [];
      const wide = actions.filter((action) => !isHarmless(action)).join(", ");
      const where = any[0] ?? `every resource but ${notResources.join(", ")}`;
      return wide === ""
        ? []
        : [`allows ${wide} on ${where} without a condition; there it may Describe, List and Get, and no content`];
    },
  },
);

/** Whether an action may be granted on everything. */
function isHarmless(action: string): boolean {
  if (WITHOUT_RESOURCE.includes(action)) return true;
  return isRead(action) && !CONTENT_READS.some((read) => covers(action, read));
}
