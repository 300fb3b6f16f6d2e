import { LAUNCH_TEMPLATE, NODE_GROUP, SCALING_GROUP } from "../../../policies/node-groups";
import type { Things } from "../estate-fixture";
import { changeInputs, changeObject, type Mutation, type Mutations, removeResources } from "./mutation";

const SUBNET = "aws:ec2/subnet:Subnet";
const NODE_CLASS = "EC2NodeClass";

/** What the rules about groups of nodes, and about the nodes that Karpenter launches, have to catch. */
export const nodeMutations: Mutations = {
  "launch-template-metadata": [
    { what: "IMDSv1 let in again", change: changeMetadata("httpTokens", "optional") },
    { what: "credentials of a node within reach of its pods", change: changeMetadata("httpPutResponseHopLimit", 2) },
  ],
  "node-class-metadata": [
    {
      what: "IMDSv1 on Karpenter's nodes",
      change: changeObject(NODE_CLASS, ({ spec }) => {
        spec.metadataOptions.httpTokens = "optional";
      }),
    },
    {
      what: "a third hop on Karpenter's nodes",
      change: changeObject(NODE_CLASS, ({ spec }) => {
        spec.metadataOptions.httpPutResponseHopLimit = 3;
      }),
    },
  ],
  "launch-template-encryption": [
    {
      what: "a root volume in the clear",
      change: changeInputs(LAUNCH_TEMPLATE, ({ blockDeviceMappings: [root] }) => {
        root.ebs.encrypted = "false";
      }),
    },
    {
      what: "a root volume as the image has it",
      change: changeInputs(LAUNCH_TEMPLATE, (inputs) => {
        delete inputs.blockDeviceMappings;
      }),
    },
  ],
  "node-class-encryption": [
    {
      what: "a root volume of Karpenter's nodes in the clear",
      change: changeObject(NODE_CLASS, ({ spec }) => {
        spec.blockDeviceMappings[0].ebs.encrypted = false;
      }),
    },
  ],
  "launch-template-public-ip": [
    {
      what: "a public address asked for",
      change: changeInputs(LAUNCH_TEMPLATE, (inputs) => {
        inputs.networkInterfaces = [{ associatePublicIpAddress: "true" }];
      }),
    },
  ],
  "node-group-private-subnets": [
    {
      what: "a subnet of brokers that hands out public addresses",
      change: changeInputs(SUBNET, openToTheInternet, /kafka/),
    },
  ],
  "node-class-public-ip": [
    {
      what: "a public address for Karpenter's nodes",
      change: changeObject(NODE_CLASS, ({ spec }) => {
        spec.associatePublicIPAddress = true;
      }),
    },
    { what: "a discovered subnet made public", change: changeInputs(SUBNET, openToTheInternet, /general/) },
  ],
  "node-key-pair": [
    {
      what: "a key pair in a template",
      change: changeInputs(LAUNCH_TEMPLATE, (inputs) => {
        inputs.keyName = "ops";
      }),
    },
    {
      what: "remote access to a node group",
      change: changeInputs(NODE_GROUP, (inputs) => {
        inputs.remoteAccess = { ec2SshKey: "ops" };
      }),
    },
  ],
  "node-group-launch-template": [
    {
      what: "a group that EKS makes a template for",
      change: changeInputs(NODE_GROUP, (inputs) => {
        delete inputs.launchTemplate;
      }),
    },
    { what: "a template taken out of the stack", change: removeResources(LAUNCH_TEMPLATE, /kafka/) },
  ],
  "node-group-instance-sizes": [
    {
      what: "a larger type in the spot group",
      change: changeInputs(NODE_GROUP, ({ instanceTypes }) => instanceTypes.push("m6i.4xlarge"), /spot/),
    },
  ],
  "spot-instance-choice": [
    {
      what: "a spot group of one type",
      change: changeInputs(NODE_GROUP, ({ instanceTypes }) => instanceTypes.splice(1), /spot/),
    },
  ],
  "spot-node-label": [
    {
      what: "a spot group that the termination handler doesn't find",
      change: changeInputs(
        NODE_GROUP,
        (inputs) => {
          inputs.labels = {};
        },
        /spot/,
      ),
    },
  ],
  "node-group-size": [
    {
      what: "a group that begins above its most",
      change: changeInputs(NODE_GROUP, ({ scalingConfig }) => {
        scalingConfig.desiredSize = scalingConfig.maxSize + 1;
      }),
    },
    {
      what: "fewer brokers' nodes than the least",
      change: changeInputs(SCALING_GROUP, (inputs) => {
        inputs.desiredCapacity = inputs.minSize - 1;
      }),
    },
  ],
  "node-group-not-empty": [
    {
      what: "a spot group without a node",
      change: changeInputs(
        NODE_GROUP,
        ({ scalingConfig }) => {
          scalingConfig.desiredSize = 0;
        },
        /spot/,
      ),
    },
  ],
  "node-group-zones": [
    {
      what: "a group in one subnet",
      change: changeInputs(NODE_GROUP, ({ subnetIds }) => subnetIds.splice(1)),
    },
    {
      what: "the brokers' subnets in one zone",
      change: ({ resources }) => {
        for (const { inputs } of resources.filter(({ type, name }) => type === SUBNET && /kafka/.test(name))) {
          inputs.availabilityZone = "us-east-1a";
        }
      },
    },
  ],
  "node-group-update-share": [
    {
      what: "half of a group at a time",
      change: changeInputs(NODE_GROUP, (inputs) => {
        inputs.updateConfig = { maxUnavailablePercentage: 50 };
      }),
    },
    {
      what: "all brokers' nodes at once",
      change: changeInputs(SCALING_GROUP, (inputs) => {
        inputs.instanceRefresh = { strategy: "Rolling", preferences: { minHealthyPercentage: 0 } };
      }),
    },
  ],
  "node-group-forced-update": [
    {
      what: "disruption budgets overridden",
      change: changeInputs(NODE_GROUP, (inputs) => {
        inputs.forceUpdateVersion = true;
      }),
    },
  ],
  "node-group-version": [
    {
      what: "nodes raised before the cluster",
      change: changeInputs(NODE_GROUP, (inputs) => {
        inputs.version = "1.30";
      }),
    },
  ],
  "node-pool-label": [
    {
      what: "the pool's label left out of the user data",
      change: changeUserData(/spot/, /--node-labels=\S+/, "--v=2"),
    },
  ],
  "node-label-keys": [
    {
      what: "a role among the kubelet's labels",
      change: changeUserData(/general/, /node\.kubernetes\.io\/pool=/, "node-role.kubernetes.io/"),
    },
    {
      what: "a label of EKS",
      change: changeInputs(NODE_GROUP, ({ labels }) => {
        labels["eks.amazonaws.com/capacityType"] = "SPOT";
      }),
    },
  ],
  "karpenter-label-keys": [
    {
      what: "the documented label of Karpenter's own domain",
      change: changeObject("NodePool", ({ spec }) => {
        spec.template.metadata.labels["karpenter.sh/managed-by"] = "karpenter";
      }),
    },
  ],
  "node-taints": [
    {
      what: "a taint of Kubernetes itself",
      change: changeInputs(
        NODE_GROUP,
        ({ taints }) => {
          taints[0].key = "node.kubernetes.io/memory-pressure";
        },
        /memory/,
      ),
    },
  ],
  "scale-from-zero-label": [
    {
      what: "the autoscaler not told of the pool's label",
      change: removeResources("aws:autoscaling/tag:Tag", /pool-label/),
    },
  ],
  "karpenter-pool-contract": [
    {
      what: "a taint of the group left out of its successor",
      change: changeObject(
        "NodePool",
        ({ spec }) => {
          delete spec.template.spec.taints;
        },
        /memory/,
      ),
    },
    {
      what: "a label of the group left out of its successor",
      change: changeObject(
        "NodePool",
        ({ spec }) => {
          delete spec.template.metadata.labels["workload-type"];
        },
        /memory/,
      ),
    },
  ],
  // Another class, because the image of this one has an exemption.
  "node-class-image": [{ what: "a second class of the newest image", change: addNodeClass }],
};

function changeMetadata(option: string, value: unknown): Mutation["change"] {
  return changeInputs(LAUNCH_TEMPLATE, ({ metadataOptions }) => {
    metadataOptions[option] = value;
  });
}

function openToTheInternet(inputs: Things["resources"][number]["inputs"]): void {
  inputs.mapPublicIpOnLaunch = true;
}

/** Replaces a part of the user data of a template; throws when the part isn't there. */
function changeUserData(template: RegExp, part: RegExp, by: string): Mutation["change"] {
  return changeInputs(
    LAUNCH_TEMPLATE,
    (inputs) => {
      const text = Buffer.from(inputs.userData, "base64").toString("utf8");
      if (!part.test(text)) throw new Error(`the user data has no ${part} to change.`);
      inputs.userData = Buffer.from(text.replace(part, by), "utf8").toString("base64");
    },
    template,
  );
}

function addNodeClass({ objects }: Things): void {
  const found = objects.find(({ kind }) => kind === NODE_CLASS);
  if (found === undefined) throw new Error("prod has no EC2NodeClass to copy.");
  const copy = structuredClone(found);
  copy.metadata.name = "second";
  copy.spec.amiSelectorTerms = [{ alias: "al2023@latest" }];
  objects.push(copy);
}
