import type { ec2, eks } from "@pulumi/aws";
import { LAUNCH_TEMPLATE, NODE_GROUP } from "../../node-groups";
import { isGiven } from "../../resource";
import { problem, resourceRule } from "../../rule";

type Inputs = Pick<ec2.LaunchTemplateArgs, "keyName"> & Pick<eks.NodeGroupArgs, "remoteAccess">;

/** Nobody signs in to a node with a key. */
export const nodeKeyPair = resourceRule<Inputs>(
  {
    id: "node-key-pair",
    title: "Nodes have no key pair for SSH",
    severity: "high",
    enforcement: "mandatory",
    why: "Whoever holds a copy of the key is root on every node, without a name in any log; and remote access of EKS opens port 22.",
    remediation: "Take keyName and remoteAccess away; Session Manager opens a shell for who may, and records it.",
    link: "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
  },
  {
    types: [LAUNCH_TEMPLATE, NODE_GROUP],
    check: ({ inputs }) => [
      ...(isGiven(inputs, "keyName") ? [problem("keyName", "is given; it has to be left out")] : []),
      ...(isGiven(inputs.remoteAccess ?? {}, "ec2SshKey")
        ? [problem("remoteAccess.ec2SshKey", "is given; it has to be left out")]
        : []),
    ],
  },
);
