import { type Changeable, resource } from "../estate-fixture";
import { changeInputs, type Mutation, type Mutations } from "./mutation";

const POLICY = "aws:iam/policy:Policy";
const ROLE = "aws:iam/role:Role";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

/** Changes the statement of a name in the first policy that has it, and fails when there is none. */
function changeStatement(
  sid: string,
  change: (statement: Changeable) => void,
  { type = POLICY, input = "policy" }: { readonly type?: string; readonly input?: string } = {},
): Mutation["change"] {
  return ({ resources }) => {
    for (const { type: own, inputs } of resources) {
      if (own !== type || !String(inputs[input]).includes(`"Sid":"${sid}"`)) continue;
      const document = JSON.parse(inputs[input]) as { Statement: Changeable[] };
      for (const statement of document.Statement) if (statement.Sid === sid) change(statement);
      inputs[input] = JSON.stringify(document);
      return;
    }
    throw new Error(`No ${input} of a ${type} on prod has a statement ${sid} to mutate.`);
  };
}

/** Gives a role of a service account the trust policy that only the cloud knows, with something in it that is wrong. */
function trustServiceAccount(claims: Readonly<Record<string, string>>): Mutation["change"] {
  const issuer = "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";
  const named = Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value]));
  return changeInputs(
    ROLE,
    (inputs) => {
      const statement = {
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: { StringEquals: named },
      };
      inputs.assumeRolePolicy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    },
    /identities-redis-backup/,
  );
}

/** What the rules about IAM have to catch. */
export const identityMutations: Mutations = {
  "iam-wildcard-action": [
    {
      what: "a backup job that may do anything with anything",
      change: changeStatement("UseOwnPrefixes", (statement) => {
        Object.assign(statement, { Action: ["s3:*"], Resource: ["*"] });
      }),
    },
    {
      what: "flow logs that may do everything with every log group",
      change: changeStatement(
        "FindLogGroup",
        (statement) => {
          statement.Action = ["logs:*"];
        },
        { type: "aws:iam/rolePolicy:RolePolicy" },
      ),
    },
  ],
  "iam-any-resource": [
    {
      what: "a node launcher that may terminate any instance",
      change: changeStatement("AllowScopedDeletion", (statement) => {
        statement.Resource = ["*"];
        delete statement.Condition;
      }),
    },
    {
      what: "an autoscaler that resizes any group of the region",
      change: changeStatement("ResizeOwnGroups", (statement) => {
        statement.Resource = ["*"];
        statement.Condition = { StringEquals: { "aws:RequestedRegion": "us-east-1" } };
      }),
    },
    {
      what: "a launcher that reads every parameter's value",
      change: changeStatement("AllowSSMReadActions", (statement) => {
        statement.Resource = ["*"];
      }),
    },
  ],
  "iam-pass-role": [
    {
      what: "a node launcher that may pass any role",
      change: changeStatement("AllowPassingInstanceRole", (statement) => {
        statement.Resource = ["*"];
      }),
    },
    {
      what: "a node launcher that may pass the node's role to any service",
      change: changeStatement("AllowPassingInstanceRole", (statement) => {
        delete statement.Condition;
      }),
    },
  ],
  "iam-policy-size": [
    {
      what: "a policy that lists two hundred prefixes",
      change: changeStatement("UseOwnPrefixes", (statement) => {
        statement.Resource = Array.from({ length: 200 }, (_, index) => `${statement.Resource[0]}/${index}`);
      }),
    },
  ],
  "iam-users": [
    {
      what: "an access key for a pipeline",
      change: (things) => {
        things.resources.push({ ...resource("aws:iam/accessKey:AccessKey", "pipeline", { user: "pipeline" }) });
      },
    },
  ],
  "iam-broad-managed-policy": [
    {
      what: "administrators' rights for nodes",
      change: changeInputs(
        ATTACHMENT,
        (inputs) => {
          inputs.policyArn = inputs.policyArn.replace(/[^/]+$/, "AdministratorAccess");
        },
        /AmazonEKSWorkerNodePolicy/,
      ),
    },
  ],
  "iam-trust-anyone": [
    {
      what: "the flow logs' role open to every account",
      change: changeStatement(
        "AllowService",
        (statement) => {
          statement.Principal = { AWS: "*" };
        },
        { type: ROLE, input: "assumeRolePolicy" },
      ),
    },
  ],
  "iam-trust-service": [
    {
      what: "flow logs of any customer admitted to the role",
      change: changeStatement(
        "AllowService",
        (statement) => {
          delete statement.Condition;
        },
        { type: ROLE, input: "assumeRolePolicy" },
      ),
    },
  ],
  "iam-trust-service-account": [
    {
      what: "a backup job's role for every service account of a namespace",
      change: trustServiceAccount({ sub: "system:serviceaccount:redis-prod:*", aud: "sts.amazonaws.com" }),
    },
    {
      what: "a backup job's role without an audience",
      change: trustServiceAccount({ sub: "system:serviceaccount:redis-prod:redis-backup" }),
    },
  ],
};
