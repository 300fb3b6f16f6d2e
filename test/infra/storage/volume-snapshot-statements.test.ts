import { volumeSnapshotStatements } from "../../../infra/storage/volume-snapshot-statements";
import { prodPlatform } from "../prod-platform";

const statements = volumeSnapshotStatements(prodPlatform());
const SNAPSHOTS = "arn:aws:ec2:us-east-1::snapshot/*";
const VOLUMES = "arn:aws:ec2:us-east-1:123456789012:volume/*";
const rows = statements.map(({ Sid, Action, Resource, Condition }) => [Sid, Action, Resource, Condition]);

describe("volumeSnapshotStatements", () => {
  it("allow the six EC2 actions that the plugin's README lists, and no other", () => {
    const actions = statements.flatMap(({ Action }) => Action.filter((action) => action.startsWith("ec2:")));
    expect([...new Set(actions)].sort()).toEqual([
      "ec2:CreateSnapshot",
      "ec2:CreateTags",
      "ec2:CreateVolume",
      "ec2:DeleteSnapshot",
      "ec2:DescribeSnapshots",
      "ec2:DescribeVolumes",
    ]);
  });

  it("narrow each by what EC2 knows of it", () => {
    expect(rows.slice(0, 6)).toEqual([
      [
        "DescribeVolumesAndSnapshots",
        ["ec2:DescribeVolumes", "ec2:DescribeSnapshots"],
        ["*"],
        { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
      ],
      [
        "SnapshotVolumesOfPods",
        ["ec2:CreateSnapshot"],
        [VOLUMES],
        { StringEquals: { "aws:ResourceTag/ebs.csi.aws.com/cluster": "true" } },
      ],
      [
        "CreateTaggedSnapshots",
        ["ec2:CreateSnapshot"],
        [SNAPSHOTS],
        { Null: { "aws:RequestTag/velero.io/backup": "false" } },
      ],
      [
        "RestoreTaggedVolumes",
        ["ec2:CreateVolume"],
        [VOLUMES],
        { Null: { "aws:RequestTag/velero.io/backup": "false" } },
      ],
      [
        "UseOwnSnapshots",
        ["ec2:CreateVolume", "ec2:DeleteSnapshot"],
        [SNAPSHOTS],
        { Null: { "aws:ResourceTag/velero.io/backup": "false" } },
      ],
      [
        "TagWhileCreating",
        ["ec2:CreateTags"],
        [SNAPSHOTS, VOLUMES],
        { StringEquals: { "ec2:CreateAction": ["CreateSnapshot", "CreateVolume"] } },
      ],
    ]);
  });

  it("use the data key through EC2 only, and grant it to AWS services only", () => {
    const throughEc2 = {
      StringEquals: { "kms:ViaService": "ec2.us-east-1.amazonaws.com" },
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/prod-us-east-1/data" },
    };
    const keys = ["arn:aws:kms:us-east-1:123456789012:key/*"];
    expect(rows.slice(6)).toEqual([
      [
        "UseDataKeyForVolumes",
        ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncrypt*"],
        keys,
        throughEc2,
      ],
      [
        "GrantDataKeyToVolumes",
        ["kms:CreateGrant"],
        keys,
        { ...throughEc2, Bool: { "kms:GrantIsForAWSResource": "true" } },
      ],
    ]);
  });
});
