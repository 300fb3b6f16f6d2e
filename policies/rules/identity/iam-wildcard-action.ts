import { isAnyOfType, isWholeService } from "../../iam/patterns";
import type { Statement } from "../../iam/policy-document";
import { identityPolicyRule } from "../../iam/statement-rule";

/** No identity may do everything with everything of a service. Conditions don't help: nobody can say which actions they were meant for. */
export const iamWildcardAction = identityPolicyRule(
  {
    id: "iam-wildcard-action",
    title: "No policy allows every action of a service on every resource, or on every one of a type",
    severity: "critical",
    enforcement: "mandatory",
    why: "Whoever gets hold of the role owns the service, and each action that AWS adds later is granted unseen.",
    remediation: "List the actions that are called, or name the resources that they are called on.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  },
  {
    check: (statement) => {
      const resources = widest(statement);
      return resources.length === 0
        ? []
        : everything(statement).map(
            (actions) => `allows ${actions} on ${resources.join(", ")}; one of the two has to be a list of names`,
          );
    },
  },
);

/** What a statement says of actions where it says "all". Naming what is not allowed allows all the rest. */
function everything({ actions, notActions }: Statement): readonly string[] {
  return [
    ...actions.filter(isWholeService),
    ...(notActions.length > 0 ? [`every action but ${notActions.join(", ")}`] : []),
  ];
}

function widest({ resources, notResources }: Statement): readonly string[] {
  return [
    ...resources.filter(isAnyOfType),
    ...(notResources.length > 0 ? [`every resource but ${notResources.join(", ")}`] : []),
  ];
}
