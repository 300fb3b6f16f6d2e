import { changeInputs, type Mutation, type Mutations, removeResources } from "./mutation";

const CLUSTER = "aws:eks/cluster:Cluster";
const ADD_ON = "aws:eks/addon:Addon";
const ENTRY = "aws:eks/accessEntry:AccessEntry";
const ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";

/** What the rules about the control plane have to catch. */
export const clusterMutations: Mutations = {
  "eks-private-endpoint": [
    {
      what: "a public endpoint beside the private one",
      change: changeInputs(CLUSTER, ({ vpcConfig }) => {
        vpcConfig.endpointPublicAccess = true;
      }),
    },
    {
      what: "the private endpoint turned off",
      change: changeInputs(CLUSTER, ({ vpcConfig }) => {
        vpcConfig.endpointPrivateAccess = false;
      }),
    },
  ],
  "eks-control-plane-logs": [
    {
      what: "the audit log turned off",
      change: changeInputs(CLUSTER, (inputs) => {
        inputs.enabledClusterLogTypes = inputs.enabledClusterLogTypes.filter((type: string) => type !== "audit");
      }),
    },
  ],
  "eks-secrets-encryption": [
    {
      what: "Secrets left to the key of EKS",
      change: changeInputs(CLUSTER, (inputs) => {
        delete inputs.encryptionConfig;
      }),
    },
  ],
  // Another cluster, because the version of this one has an exemption.
  "eks-version-supported": [{ what: "a second cluster of a withdrawn minor", change: addCluster("1.30") }],
  "eks-access-mode": [
    {
      what: "the creator made an administrator",
      change: changeInputs(CLUSTER, ({ accessConfig }) => {
        accessConfig.bootstrapClusterCreatorAdminPermissions = true;
      }),
    },
    {
      what: "the ConfigMap aws-auth let in again",
      change: changeInputs(CLUSTER, ({ accessConfig }) => {
        accessConfig.authenticationMode = "API_AND_CONFIG_MAP";
      }),
    },
  ],
  "eks-administrators": [
    {
      what: "everything allowed to another role",
      change: changeInputs(ASSOCIATION, (inputs) => {
        inputs.principalArn = inputs.principalArn.replace(/role\/.*/, "role/developers");
      }),
    },
  ],
  "access-entry-groups": [
    {
      what: "an administrator put into system:masters",
      change: changeInputs(
        ENTRY,
        (inputs) => {
          inputs.kubernetesGroups = ["system:masters"];
        },
        /administrator/,
      ),
    },
  ],
  "eks-add-on-pinned": [
    {
      what: "an add-on at the latest build",
      change: changeInputs(ADD_ON, (inputs) => {
        inputs.addonVersion = "latest";
      }),
    },
    {
      what: "an add-on whose build EKS chooses",
      change: changeInputs(ADD_ON, (inputs) => {
        delete inputs.addonVersion;
      }),
    },
  ],
  "eks-deletion-protection": [
    {
      what: "deletion protection turned off",
      change: changeInputs(CLUSTER, (inputs) => {
        inputs.deletionProtection = false;
      }),
    },
  ],
  "vpc-cni-before-nodes": [
    { what: "the add-on vpc-cni taken away", change: removeResources(ADD_ON, /vpc-cni$/) },
    {
      what: "a node group that waits for no add-on",
      change: ({ resources }) => {
        const group = resources.find(({ type }) => type === "aws:autoscaling/group:Group");
        if (group === undefined) throw new Error("prod has no Auto Scaling group to mutate.");
        Object.assign(group, { dependencies: group.dependencies.filter((urn) => !urn.includes(ADD_ON)) });
      },
    },
  ],
};

function addCluster(version: string): Mutation["change"] {
  return ({ resources }) => {
    const cluster = resources.find(({ type }) => type === CLUSTER);
    if (cluster === undefined) throw new Error("prod has no cluster to copy.");
    const { urn, name, inputs } = structuredClone(cluster);
    resources.push({ ...cluster, urn: `${urn}-second`, name: `${name}-second`, inputs: { ...inputs, version } });
  };
}
