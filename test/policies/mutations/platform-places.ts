import type { Changeable } from "../estate-fixture";
import { allOf, changeResource } from "./changes";
import { changeInputs, changeObject, type Mutation, type Mutations } from "./mutation";

const ADD_ON = "aws:eks/addon:Addon";
const BUCKET = "aws:s3/bucket:Bucket";
const GROUP = "aws:autoscaling/group:Group";
const LOGS = "aws:cloudwatch/logGroup:LogGroup";
const POLICY = "aws:iam/policy:Policy";
const PROVIDER = "pulumi:providers:aws";
const RELEASE = "kubernetes:helm.sh/v3:Release";
const ROLE = "aws:iam/role:Role";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const ROLE_ARN = "eks.amazonaws.com/role-arn";

/** A policy's text with one thing in place of another. */
const rewritten = (from: string | RegExp, to: string): Mutation["change"] =>
  changeInputs(
    POLICY,
    (inputs) => {
      const before = inputs.policy;
      inputs.policy = before.replaceAll(from, to);
      if (inputs.policy === before) throw new Error(`The policy has no ${from} to replace.`);
    },
    /karpenter/,
  );

/** What the rules about tags, names and places have to catch. */
export const placeMutations: Mutations = {
  "required-tags": [
    { what: "tags of a bucket taken away", change: changeInputs(BUCKET, (inputs) => delete inputs.tags) },
    {
      what: "the team of a key left empty",
      change: changeInputs("aws:kms/key:Key", (inputs) => Object.assign(inputs.tags, { team: "" })),
    },
    { what: "a tag of an Auto Scaling group taken away", change: changeInputs(GROUP, ({ tags }) => tags.shift()) },
    {
      what: "a resource of a type that nobody has used yet, without tags",
      change: allOf(
        changeInputs(BUCKET, (inputs) => delete inputs.tags),
        changeResource(BUCKET, { type: "aws:sns/topic:Topic" }),
      ),
    },
  ],
  "launch-tags": [
    {
      what: "volumes of a launch template without tags",
      change: changeInputs(TEMPLATE, (inputs) => {
        inputs.tagSpecifications = inputs.tagSpecifications.filter((one: Changeable) => one.resourceType !== "volume");
      }),
    },
  ],
  "claimed-volume-tags": [
    {
      what: "tags of claimed volumes taken away",
      change: changeInputs(
        ADD_ON,
        (inputs) => {
          inputs.configurationValues = inputs.configurationValues.replace("extraVolumeTags", "extraTags");
        },
        /ebs-csi/,
      ),
    },
  ],
  "name-prefix": [
    {
      what: "a policy with a name of nobody",
      change: changeInputs(POLICY, (inputs) => Object.assign(inputs, { name: "write" })),
    },
    {
      what: "a log group outside of the cluster's path",
      change: changeInputs(LOGS, (inputs) => Object.assign(inputs, { name: "/aws/eks/pods" })),
    },
    {
      what: "an alias without the cluster's name",
      change: changeInputs("aws:kms/alias:Alias", (inputs) => Object.assign(inputs, { name: "alias/data" })),
    },
  ],
  "name-length": [
    {
      what: "a role whose cluster got a long name",
      change: changeInputs(ROLE, (inputs) => Object.assign(inputs, { name: `${inputs.name}-${"x".repeat(64)}` })),
    },
  ],
  "stateful-name": [
    {
      what: "the name of the queue left to Pulumi",
      change: changeInputs("aws:sqs/queue:Queue", (inputs) =>
        Object.assign(inputs, { name: "karpenter-interruption-queue-0123abc" }),
      ),
    },
    { what: "a bucket by prefix", change: changeInputs(BUCKET, (inputs) => delete inputs.bucket) },
  ],
  "arn-partition": [{ what: "a policy for another partition", change: rewritten("arn:aws:", "arn:aws-us-gov:") }],
  "arn-account": [
    { what: "a policy for another account", change: rewritten("123456789012", "210987654321") },
    {
      what: "a service account with a role of another account",
      change: changeObject("ServiceAccount", (object) => {
        object.metadata.annotations = { [ROLE_ARN]: "arn:aws:iam::210987654321:role/a" };
      }),
    },
  ],
  "arn-region": [{ what: "a policy for another region", change: rewritten("us-east-1", "eu-west-1") }],
  "region-literal": [
    {
      what: "the endpoint of another region",
      change: changeInputs("aws:ec2/vpcEndpoint:VpcEndpoint", (inputs) => {
        inputs.serviceName = inputs.serviceName.replace("us-east-1", "us-east-2");
      }),
    },
    {
      what: "an image of another region",
      change: changeObject("DaemonSet", (object) => {
        const [container] = object.spec.template.spec.containers;
        container.image = container.image.replace("us-east-1", "us-west-2");
      }),
    },
    {
      what: "a subnet in a zone of another region",
      change: changeInputs("aws:ec2/subnet:Subnet", (inputs) =>
        Object.assign(inputs, { availabilityZone: "eu-west-1a" }),
      ),
    },
  ],
  "explicit-provider": [
    {
      what: "a role made by the default provider",
      change: changeResource(ROLE, { provider: "urn:pulumi:prod::vantage::pulumi:providers:aws::default_7_48_0" }),
    },
    { what: "a release made by no provider", change: changeResource(RELEASE, { provider: null }) },
  ],
  "provider-account": [
    { what: "a provider for any account", change: changeInputs(PROVIDER, (inputs) => delete inputs.allowedAccountIds) },
  ],
};
