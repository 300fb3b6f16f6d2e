import { isNarrowed } from "../../iam/conditions";
import { covers, isAnyOfType, isRead } from "../../iam/patterns";
import { CONTENT_READS, WITHOUT_RESOURCE } from "../../iam/reference-actions";
import { identityPolicyRule } from "../../iam/statement-rule";

/** On every resource, or every one of a type, an identity may only look, unless a condition says which resources or tags are meant, or AWS knows no resource for the call. */
export const iamAnyResource = identityPolicyRule(
  {
    id: "iam-any-resource",
    title:
      "On every resource, or every one of a type, policies without a condition allow no more than to look at what there is",
    severity: "high",
    enforcement: "mandatory",
    why: "A workload that is broken into would reach what belongs to other workloads, and to other clusters of the account.",
    remediation: "Name the resources, or limit the statement by their tags; a region or TLS alone is no limit.",
    link: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  },
  {
    check: (statement) => {
      const { actions, resources, notResources } = statement;
      if (isNarrowed(statement)) return [];
      const places = [
        ...resources
          .filter(isAnyOfType)
          .map((where) => ({ where, wide: actions.filter((one) => !isHarmless(one, where)) })),
        ...(notResources.length === 0
          ? []
          : [
              {
                where: `every resource but ${notResources.join(", ")}`,
                wide: actions.filter((one) => !isHarmless(one, "*")),
              },
            ]),
      ];
      const worst = places.find(({ wide }) => wide.length > 0);
      return worst === undefined
        ? []
        : [
            `allows ${worst.wide.join(", ")} on ${worst.where} without a condition; there it may Describe, List and Get, and no content`,
          ];
    },
  },
);

/** Calls that launch instances, and types of what they launch them from. They ask for the instance as well, which has to be limited in its own statement. */
const LAUNCHES = ["ec2:RunInstances", "ec2:CreateFleet"];
const LAUNCHED_FROM = /:(image|snapshot|security-group|subnet)\/\*$/;

/** Whether an action may be granted on everything, or everything of a type. */
function isHarmless(action: string, resource: string): boolean {
  if (WITHOUT_RESOURCE.includes(action) || (LAUNCHES.includes(action) && LAUNCHED_FROM.test(resource))) return true;
  return isRead(action) && !CONTENT_READS.some((read) => covers(action, read));
}
