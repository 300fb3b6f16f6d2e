import { type Context, type DocumentedCall, rowsOf } from "./decision-table";
import { CLUSTER, ec2 } from "./prod-names";

const source = (statement: number): string => `Karpenter 0.37.0, statement ${statement}`;
const who = "karpenter-controller";

const own: Context = {
  [`aws:ResourceTag/kubernetes.io/cluster/${CLUSTER}`]: "owned",
  "aws:ResourceTag/karpenter.sh/nodepool": "default-nodepool",
};
const ofAnother: Context = {
  "aws:ResourceTag/kubernetes.io/cluster/staging-us-east-1": "owned",
  "aws:ResourceTag/karpenter.sh/nodepool": "default-nodepool",
};
/** A node of a managed group is the cluster's, and not Karpenter's. */
const ofNodeGroup: Context = { [`aws:ResourceTag/kubernetes.io/cluster/${CLUSTER}`]: "owned" };

const someoneElses = {
  "of another cluster": { with: ofAnother },
  "of a node group of the cluster": { with: ofNodeGroup },
  "without tags": { with: {} },
};
const named = { "aws:TagKeys": ["karpenter.sh/nodeclaim", "Name"] };

const READS = [
  "AvailabilityZones",
  "Images",
  "Instances",
  "InstanceTypeOfferings",
  "InstanceTypes",
  "LaunchTemplates",
  "SecurityGroups",
  "SpotPriceHistory",
  "Subnets",
];

const CALLS: readonly DocumentedCall[] = [
  ...(
    [
      ["ec2:TerminateInstances", "instance/i-1", "removal of its own node"],
      ["ec2:DeleteLaunchTemplate", "launch-template/lt-1", "removal of its own template"],
    ] as const
  ).map(([call, resource, what]) => ({
    who,
    call,
    on: ec2(resource),
    what,
    with: own,
    source: source(6),
    denied: someoneElses,
  })),
  {
    who,
    call: "ec2:CreateTags",
    on: ec2("instance/i-1"),
    what: "name of its own node",
    with: { ...own, ...named },
    source: source(5),
    denied: {
      "of another cluster": { with: { ...ofAnother, ...named } },
      "of a node group of the cluster": { with: { ...ofNodeGroup, ...named } },
      "and a tag that makes it another cluster's": {
        with: { ...own, "aws:TagKeys": ["Name", "kubernetes.io/cluster/staging-us-east-1"] },
      },
      "or rather of its volume": { on: ec2("volume/vol-1") },
    },
  },
  ...READS.map((what) => ({
    who,
    call: `ec2:Describe${what}`,
    on: "*",
    what: "a look at the region",
    source: source(7),
    denied: { "at another region": { with: { "aws:RequestedRegion": "eu-west-1" } } },
  })),
];

/** What it takes to look after nodes. */
export const KARPENTER_UPKEEP = rowsOf(CALLS);
