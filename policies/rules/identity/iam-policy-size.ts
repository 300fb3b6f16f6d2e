import type { iam } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import type { Estate } from "../../estate";
import { type PolicyText, policyText } from "../../iam/statement-problems";
import { identityPolicies } from "../../iam/statement-rule";
import type { Resource } from "../../resource";
import { type Problem, problem, resourceRule } from "../../rule";

/** Most characters of a policy, white space not counted. Source: IAM user guide, "IAM and AWS STS quotas". */
const MOST = { "a managed policy": 6_144, "the inline policies of a role": 10_240, "a trust policy": 2_048 } as const;

const MANAGED = "aws:iam/policy:Policy";
const INLINE = "aws:iam/rolePolicy:RolePolicy";
const ROLE = "aws:iam/role:Role";

type RolePolicy = Resource<Unwrap<iam.RolePolicyArgs>>;

/** A policy fits where IAM keeps it. The inline policies of a role share their room, be they inputs of the role or resources of their own. */
export const iamPolicySize = resourceRule<
  Pick<iam.RoleArgs, "assumeRolePolicy" | "inlinePolicies"> & iam.RolePolicyArgs
>(
  {
    id: "iam-policy-size",
    title: "Policies fit into IAM: 6,144 characters managed, 10,240 inline of a role together, 2,048 of trust",
    severity: "medium",
    enforcement: "mandatory",
    why: "IAM refuses a policy that is larger in the middle of an update, when other resources have changed already.",
    remediation: "Shorten the names in resources and conditions, or give the workload a second role.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  },
  {
    types: [MANAGED, INLINE, ROLE],
    check: (resource, estate) => {
      const { type, inputs } = resource;
      if (type === MANAGED) return fits("a managed policy", identityPolicies(inputs));
      if (type === INLINE) {
        const all = siblings(resource, estate).flatMap((one) => identityPolicies(one.inputs));
        return fits("the inline policies of a role", all);
      }
      return [
        ...fits("a trust policy", [policyText("assumeRolePolicy", inputs.assumeRolePolicy)]),
        ...fits("the inline policies of a role", identityPolicies(inputs)),
      ];
    },
  },
);

/** The inline policies of a role, given one of them. A role whose name isn't known yet is told by the dependency on it. */
function siblings(resource: Resource, estate: Estate): readonly RolePolicy[] {
  const roleOf = (one: Pick<RolePolicy, "dependencies" | "inputs">): unknown =>
    estate.dependenciesOf(one, ROLE)[0]?.urn ?? one.inputs.role;
  const own = roleOf(resource);
  return estate.ofType<Unwrap<iam.RolePolicyArgs>>(INLINE).filter((one) => roleOf(one) === own);
}

function fits(what: keyof typeof MOST, policies: readonly PolicyText[]): readonly Problem[] {
  const [first] = policies;
  const characters = policies.reduce((sum, { text }) => sum + text.replace(/\s/g, "").length, 0);
  return first === undefined || characters <= MOST[what]
    ? []
    : [problem(first.path, `${what} may have ${MOST[what]} characters; there are ${characters}`)];
}
