import { textsAt } from "../../server/properties";
import { SIMULATED_TIME } from "../../store/simulated-time";
import { iamArn } from "../identifiers";
import { arnOfPartition, integer, pattern } from "../input-rules";
import {
  INLINE_POLICIES_LIMIT,
  MANAGED_POLICY_LIMIT,
  policyDocument,
  policyLength,
  TRUST_POLICY_LIMIT,
} from "../policy-document";
import { type Admission, type AwsType, byId } from "../resource-type";
import { INSTANCE_PROFILE, POLICY, ROLE } from "./tokens";

/** Policies that AWS owns exist in every account. */
const OWNED_BY_AWS = /^arn:[\w-]+:iam::aws:policy\//;

/** Managed policies that a role may carry. Source: IAM User Guide, "IAM and AWS STS quotas" (default). */
const ATTACHED_POLICIES_LIMIT = 10;

const PATH = pattern(/^\/([\x21-\x7e]+\/)?$/, "a path that begins and ends with a slash, such as /platform/");

/** A name of up to so many characters. Source: IAM User Guide, "IAM name requirements". */
function iamName(most: number) {
  return pattern(new RegExp(`^[\\w+=,.@-]{1,${most}}$`), `1 to ${most} letters, digits and +=,.@_-`);
}

/** Roles, policies and what ties them together. IAM knows no regions: all of it belongs to the account. */
export const IAM_TYPES: readonly AwsType[] = [
  {
    // Name and path are for life. Stays while policies or instance profiles hang on it.
    token: ROLE,
    scope: "account",
    taggable: true,
    required: ["assumeRolePolicy"],
    replacedBy: ["name", "namePrefix", "path"],
    name: { input: "name", prefixInput: "namePrefix", within: "account" },
    rules: {
      name: [iamName(64)],
      path: [PATH],
      description: [pattern(/^[\s\S]{0,1000}$/, "up to 1,000 characters")],
      maxSessionDuration: [integer(3600, 43_200)],
      assumeRolePolicy: [policyDocument("trust", TRUST_POLICY_LIMIT)],
      permissionsBoundary: [arnOfPartition],
    },
    references: [{ path: "permissionsBoundary", to: { [POLICY]: ["arn"] }, except: OWNED_BY_AWS }],
    json: ["assumeRolePolicy"],
    id: ({ text }) => text("name"),
    defaults: { path: "/", maxSessionDuration: 3600, forceDetachPolicies: false, description: "" },
    outputs: ({ account, seed, text }) => ({
      arn: iamArn(account, `role${text("path") || "/"}${text("name")}`),
      createDate: SIMULATED_TIME,
      uniqueId: `AROA${seed.letters("unique", 17)}`,
    }),
  },
  {
    // A new document is a new version of the same policy; the description is for life.
    token: POLICY,
    scope: "account",
    taggable: true,
    required: ["policy"],
    replacedBy: ["name", "namePrefix", "path", "description"],
    name: { input: "name", prefixInput: "namePrefix", within: "account" },
    rules: { name: [iamName(128)], path: [PATH], policy: [policyDocument("identity", MANAGED_POLICY_LIMIT)] },
    json: ["policy"],
    id: ({ account, text }) => iamArn(account, `policy${text("path") || "/"}${text("name")}`),
    defaults: { path: "/" },
    outputs: ({ id, seed }) => ({ arn: id, attachmentCount: 0, policyId: `ANPA${seed.letters("unique", 17)}` }),
  },
  {
    // Written into the role; its name under the role is for life.
    token: "aws:iam/rolePolicy:RolePolicy",
    scope: "account",
    put: true,
    required: ["policy", "role"],
    replacedBy: ["name", "namePrefix", "role"],
    name: { input: "name", prefixInput: "namePrefix", under: ["role"], within: "account" },
    rules: { name: [iamName(128)], policy: [policyDocument("identity", INLINE_POLICIES_LIMIT)] },
    references: [{ path: "role", to: byId(ROLE) }],
    admit: refuseInlineSum,
    json: ["policy"],
    id: ({ text }) => `${text("role")}:${text("name")}`,
  },
  {
    // Nothing of it changes; attaching twice is no error.
    token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    scope: "account",
    put: true,
    required: ["policyArn", "role"],
    replacedBy: ["policyArn", "role"],
    rules: { policyArn: [arnOfPartition], role: [iamName(64)] },
    references: [
      { path: "role", to: byId(ROLE) },
      { path: "policyArn", to: { [POLICY]: ["arn"] }, except: OWNED_BY_AWS },
    ],
    admit: ({ inputs, others }) => {
      const attached = others.filter(({ role }) => role === inputs.role).length + 1;
      if (attached <= ATTACHED_POLICIES_LIMIT) return undefined;
      return `role ${inputs.role} would have ${attached} managed policies; allowed are ${ATTACHED_POLICIES_LIMIT}: join policies`;
    },
    id: ({ seed, text }) => `${text("role")}-${seed.digits("attachment", 26)}`,
  },
  {
    // The role in it changes in place.
    token: INSTANCE_PROFILE,
    scope: "account",
    taggable: true,
    replacedBy: ["name", "namePrefix", "path"],
    name: { input: "name", prefixInput: "namePrefix", within: "account" },
    rules: { name: [iamName(128)], path: [PATH] },
    references: [{ path: "role", to: byId(ROLE) }],
    id: ({ text }) => text("name"),
    defaults: { path: "/" },
    outputs: ({ account, seed, text }) => ({
      arn: iamArn(account, `instance-profile${text("path") || "/"}${text("name")}`),
      createDate: SIMULATED_TIME,
      uniqueId: `AIPA${seed.letters("unique", 17)}`,
    }),
  },
  {
    // Its address is for life; clients and thumbprints change in place.
    token: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    scope: "account",
    taggable: true,
    required: ["url", "clientIdLists"],
    replacedBy: ["url"],
    rules: {
      url: [pattern(/^https:\/\/[^\s?#]{1,247}$/, "an https:// address without query, up to 255 characters")],
      thumbprintLists: [pattern(/^[0-9A-Fa-f]{40}$/, "40 hexadecimal digits")],
    },
    unique: [{ paths: ["url"], within: "account" }],
    id: ({ account, text }) => iamArn(account, `oidc-provider/${text("url").replace(/^https:\/\//, "")}`),
    outputs: ({ id, inputs }) => ({
      arn: id,
      ...(inputs.thumbprintLists === undefined ? { thumbprintLists: [] } : {}),
    }),
  },
];

/** The inline policies of a role share one limit. */
function refuseInlineSum({ inputs, others }: Admission): string | undefined {
  const siblings = others.filter(({ role, name }) => role === inputs.role && name !== inputs.name);
  const texts = [inputs, ...siblings].flatMap((state) => textsAt(state, "policy"));
  const sum = texts.reduce((total, text) => total + policyLength(text), 0);
  if (sum <= INLINE_POLICIES_LIMIT) return undefined;
  return `policy: the inline policies of role ${inputs.role} would have ${sum} characters; allowed are ${INLINE_POLICIES_LIMIT} in sum: make it a managed policy`;
}
