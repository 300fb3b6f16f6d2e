import type { iam } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { accountArn } from "../config/derived/arn";
import type { Estate } from "./estate";
import type { Resource } from "./resource";
import { ifShown } from "./shown";

/** An IAM role of the plan. */
export type PlannedRole = Resource<Unwrap<iam.RoleArgs>>;

/** The roles of the plan. */
export function plannedRoles(estate: Estate): readonly PlannedRole[] {
  return estate.ofType<Unwrap<iam.RoleArgs>>("aws:iam/role:Role");
}

/** The role of the plan that has an ARN, which follows from account, path and name. One whose name isn't known yet can't be named by anything that is. */
export function roleWithArn(estate: Estate, arn: string): PlannedRole | undefined {
  return plannedRoles(estate).find(({ inputs }) => {
    const name = ifShown(() => inputs.name);
    return name !== undefined && accountArn(estate.platform.aws, "iam", `role${inputs.path ?? "/"}${name}`) === arn;
  });
}

/** The role of the plan that has a name. */
export function roleNamed(estate: Estate, name: string): PlannedRole | undefined {
  return plannedRoles(estate).find(({ inputs }) => ifShown(() => inputs.name) === name);
}
