import { changeResource } from "./changes";
import { changeInputs, type Mutations, removeResources } from "./mutation";

const BUCKET = "aws:s3/bucket:Bucket";
const GROUP = "aws:autoscaling/group:Group";
const LOGS = "aws:cloudwatch/logGroup:LogGroup";

/** What the rules about data and about the outside have to catch. */
export const guardMutations: Mutations = {
  "data-protected": [BUCKET, "aws:kms/key:Key", "aws:eks/cluster:Cluster", LOGS, GROUP].map((type) => ({
    what: `${type} without protection`,
    change: changeResource(type, { protect: false }),
  })),
  "public-ingress": [
    {
      what: "the API server open to the world",
      change: changeInputs("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", (inputs) =>
        Object.assign(inputs, { cidrIpv4: "0.0.0.0/0" }),
      ),
    },
    {
      what: "nodes open to the world by a rule of a component",
      change: changeInputs(
        "aws:ec2/securityGroupRule:SecurityGroupRule",
        (inputs) => Object.assign(inputs, { ipv6CidrBlocks: ["::/0"] }),
        /NodeIngress/,
      ),
    },
  ],
  "subnet-public-addresses": [
    {
      what: "public addresses in a subnet of nodes",
      change: changeInputs(
        "aws:ec2/subnet:Subnet",
        (inputs) => Object.assign(inputs, { mapPublicIpOnLaunch: true }),
        /general/,
      ),
    },
  ],
  "default-security-group": [
    {
      what: "the default group left alone",
      change: removeResources("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"),
    },
    {
      what: "the default group with a way in",
      change: changeInputs("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", (inputs) =>
        Object.assign(inputs, { ingress: [{ self: true, protocol: "-1" }] }),
      ),
    },
  ],
  "endpoint-private-dns": [
    {
      what: "an endpoint under names of its own",
      change: changeInputs(
        "aws:ec2/vpcEndpoint:VpcEndpoint",
        (inputs) => Object.assign(inputs, { privateDnsEnabled: false }),
        /sts/,
      ),
    },
  ],
};
