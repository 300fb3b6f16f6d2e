import type { Things } from "../estate-fixture";
import { allOf } from "./changes";
import { changeInputs, changeObject, type Mutation, type Mutations, removeResources } from "./mutation";

const GROUP = "aws:autoscaling/group:Group";
const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
const RELEASE = "kubernetes:helm.sh/v3:Release";
const ROLE = "aws:iam/role:Role";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const POOL = "node.kubernetes.io/pool";
const ROLE_ARN = "eks.amazonaws.com/role-arn";

/** User data of every launch template, as a second preview knows it: with the label that the stack file gives. */
function withUserData({ resources }: Things): void {
  for (const { inputs } of resources.filter(({ type }) => type === TEMPLATE)) {
    if (inputs.userData === "[unknown]") inputs.userData = userData("worker-kafka-v2");
  }
}

function userData(pool: string): string {
  return Buffer.from(`--node-labels=${POOL}=${pool}\n`).toString("base64");
}

function trustIn(account: string): string {
  const Condition = { StringEquals: { "oidc.example/id/A:sub": `system:serviceaccount:${account}` } };
  return JSON.stringify({ Statement: [{ Effect: "Allow", Action: ["sts:AssumeRoleWithWebIdentity"], Condition }] });
}

/** A role of prod with a trust policy that a second preview knows, in another account than its own. */
const trustingAnother = (role: RegExp): Mutation["change"] =>
  changeInputs(ROLE, (inputs) => Object.assign(inputs, { assumeRolePolicy: trustIn("default:default") }), role);

/** What the rules across plan and manifests have to catch. */
export const relationMutations: Mutations = {
  "taint-tolerated": [
    {
      what: "a taint that nobody knows",
      change: changeInputs(NODE_GROUP, ({ taints }) =>
        taints.push({ key: "dedicated", value: "x", effect: "NO_SCHEDULE" }),
      ),
    },
    {
      what: "a taint of the spot group with another value",
      change: changeInputs(NODE_GROUP, ({ taints }) => Object.assign(taints[0], { value: "yes" }), /spot/),
    },
    {
      what: "a taint of a NodePool misspelt",
      change: changeObject(
        "NodePool",
        ({ spec }) => Object.assign(spec.template.spec.taints[0], { key: "dedicate" }),
        /memory/,
      ),
    },
  ],
  "selected-nodes-planned": [
    { what: "the Auto Scaling group of the brokers taken away", change: removeResources(GROUP) },
    {
      what: "the label of a group lost from its user data, and the NodePool that has it too",
      change: allOf(
        withUserData,
        changeInputs(TEMPLATE, (inputs) => Object.assign(inputs, { userData: userData("worker-general") }), /general/),
        changeObject("NodePool", ({ spec }) => delete spec.template.metadata.labels[POOL], /default/),
      ),
    },
    {
      what: "a StatefulSet that selects a pool which isn't there",
      change: allOf(
        withUserData,
        changeObject("StatefulSet", ({ spec }) => {
          spec.template.spec.nodeSelector[POOL] = "worker-memory-v2";
        }),
      ),
    },
    {
      what: "a chart that selects a label which no node has",
      change: allOf(
        withUserData,
        changeInputs(RELEASE, ({ values }) => Object.assign(values, { nodeSelector: { disk: "ssd" } }), /velero/),
      ),
    },
  ],
  "selected-nodes-tolerated": [
    {
      what: "the termination handler without its toleration",
      change: allOf(
        withUserData,
        changeInputs(RELEASE, ({ values }) => Object.assign(values, { daemonsetTolerations: [] }), /termination/),
      ),
    },
  ],
  "service-account-role": [
    { what: "the role of the backups taken away", change: removeResources(ROLE, /redis-backup/) },
    {
      what: "a chart with a misspelt role",
      change: changeInputs(
        RELEASE,
        ({ values }) => {
          values.serviceAccount.annotations[ROLE_ARN] += "s";
        },
        /fluent-bit/,
      ),
    },
    { what: "the role of an add-on taken away", change: removeResources(ROLE, /vpc-cni/) },
  ],
  "service-account-trusted": [/redis-backup/, /kafka-connect/, /fluent-bit/, /vpc-cni/, /velero/].map((role) => ({
    what: `role ${role.source} that trusts another account`,
    change: trustingAnother(role),
  })),
  "attached-role-planned": [
    {
      what: "a policy attached to a role of somebody else",
      change: changeInputs("aws:iam/rolePolicyAttachment:RolePolicyAttachment", (inputs) =>
        Object.assign(inputs, { role: "administrators" }),
      ),
    },
    { what: "the role of Karpenter's nodes taken away", change: removeResources(ROLE, /karpenter-node/) },
  ],
};
