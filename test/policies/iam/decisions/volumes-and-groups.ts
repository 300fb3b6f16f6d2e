import { type Context, type DocumentedCall, rowsOf } from "./decision-table";
import { arnOf, CLUSTER, ec2 } from "./prod-names";

const SOURCE = "velero-plugin-for-aws, volume_snapshotter.go";
const who = "velero";

/** EC2's ARNs of snapshots have no account. */
const SNAPSHOT = ec2("snapshot/snap-1", { account: "" });
const VOLUME = ec2("volume/vol-1");

const OF_PODS: Context = { "aws:ResourceTag/ebs.csi.aws.com/cluster": "true" };
const BACKED_UP: Context = { "aws:RequestTag/velero.io/backup": "nightly" };
const BACKUP: Context = { "aws:ResourceTag/velero.io/backup": "nightly" };

const CALLS: readonly DocumentedCall[] = [
  {
    who,
    call: "ec2:CreateSnapshot",
    on: VOLUME,
    what: "snapshot of a pod's volume",
    with: OF_PODS,
    source: SOURCE,
    denied: {
      "or rather of a node's": { with: {} },
      "of another region": { on: ec2("volume/vol-1", { region: "eu-west-1" }) },
    },
  },
  {
    who,
    call: "ec2:CreateSnapshot",
    on: SNAPSHOT,
    what: "snapshot with the backup's tag",
    with: BACKED_UP,
    source: SOURCE,
    denied: { "without it": { with: {} } },
  },
  {
    who,
    call: "ec2:DeleteSnapshot",
    on: SNAPSHOT,
    what: "removal of its own snapshot",
    with: BACKUP,
    source: SOURCE,
    denied: { "or rather of someone else's": { with: {} } },
  },
  {
    who,
    call: "ec2:CreateVolume",
    on: SNAPSHOT,
    what: "restore from its own snapshot",
    with: BACKUP,
    source: SOURCE,
    denied: { "or rather from someone else's": { with: {} } },
  },
  {
    who,
    call: "ec2:CreateVolume",
    on: VOLUME,
    what: "restore to a volume with the backup's tag",
    with: BACKED_UP,
    source: SOURCE,
    denied: { "without it": { with: {} } },
  },
  ...(
    [
      ["CreateSnapshot", SNAPSHOT],
      ["CreateVolume", VOLUME],
    ] as const
  ).map(([action, on]) => ({
    who,
    call: "ec2:CreateTags",
    on,
    what: `tags while ${action} creates`,
    with: { ...BACKED_UP, "ec2:CreateAction": action },
    source: SOURCE,
    denied: {
      "on what exists already": { with: BACKED_UP },
      "on an instance": { on: ec2("instance/i-1") },
    },
  })),
  ...["ec2:DescribeVolumes", "ec2:DescribeSnapshots"].map((call) => ({
    who,
    call,
    on: "*",
    what: "a look at the region",
    source: SOURCE,
    denied: { "at another region": { with: { "aws:RequestedRegion": "eu-west-1" } } },
  })),
];

const AUTOSCALER = "cluster-autoscaler 1.28, cloudprovider/aws/README.md";
const GROUP = arnOf(
  "autoscaling",
  "autoScalingGroup:11111111-1111-1111-1111-111111111111:autoScalingGroupName/eks-worker-1",
);

const NODES: readonly DocumentedCall[] = [
  ...["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"].map((call) => ({
    who: "cluster-autoscaler",
    call,
    on: GROUP,
    what: "the size of the cluster's own group",
    with: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${CLUSTER}`]: "owned" },
    source: AUTOSCALER,
    denied: {
      "or rather of another cluster's": {
        with: { "aws:ResourceTag/k8s.io/cluster-autoscaler/staging-us-east-1": "owned" },
      },
      "or rather of the brokers', which has no such tag": { with: {} },
    },
  })),
  {
    who: "cluster-autoscaler",
    call: "eks:DescribeNodegroup",
    on: arnOf("eks", `nodegroup/${CLUSTER}/worker-general-v5/1`),
    what: "labels of the cluster's own group",
    source: AUTOSCALER,
    denied: { "or rather of another cluster's": { on: arnOf("eks", "nodegroup/staging-us-east-1/worker/1") } },
  },
  ...["autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstanceTypes", "ec2:DescribeLaunchTemplateVersions"].map(
    (call) => ({
      who: "cluster-autoscaler",
      call,
      on: "*",
      what: "a look at groups and types",
      source: AUTOSCALER,
    }),
  ),
];

/** Volumes of pods and their snapshots, and the groups of nodes. */
export const VOLUMES_AND_GROUPS = rowsOf(
  [...CALLS, ...NODES],
  ["autoscaling:UpdateAutoScalingGroup", "autoscaling:DeleteAutoScalingGroup"].map((call) => ({
    who: "cluster-autoscaler",
    call,
    on: GROUP,
    what: "the group itself",
    with: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${CLUSTER}`]: "owned" },
    source: AUTOSCALER,
  })),
);
