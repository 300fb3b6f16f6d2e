import { regionalArn } from "../../config/derived/arn";
import { keyAlias } from "../../config/derived/key-names";
import type { Location, Platform } from "../../config/platform";
import type { Condition, Statement } from "../identity/policy-document";

/** Tag that Velero puts on every snapshot it takes; its value is the backup's name. Source: vmware-tanzu/velero, pkg/backup, takePVSnapshot. */
export const VELERO_BACKUP_TAG = "velero.io/backup";

/** Tag of every volume that the EBS CSI driver makes. Source: kubernetes-sigs/aws-ebs-csi-driver, docs/tagging.md. */
export const CSI_VOLUME_TAG = "ebs.csi.aws.com/cluster";

/** An EC2 resource of the account by type. EC2's ARNs of snapshots have an empty account, since a snapshot may be shared. */
function ec2(location: Location, type: "snapshot" | "volume"): string {
  return regionalArn(type === "snapshot" ? { ...location, account: "" } : location, "ec2", `${type}/*`);
}

/** That a tag is there, whatever its value. */
const present = (key: string): Condition => ({ Null: { [key]: "false" } });

/**
 * What Velero's AWS plugin does with EBS volumes, beside its bucket. The plugin's own policy allows the same six EC2 actions on everything; here
 * - snapshots are taken of volumes of pods only, and only with Velero's tag;
 * - only snapshots with that tag are deleted or made into volumes, and volumes made carry it, because the plugin copies a snapshot's tags;
 * - tags are set while creating, never on what exists.
 *
 * Describing can't be limited to resources; it is limited to the region.
 *
 * Source: vmware-tanzu/velero-plugin-for-aws, README.md (permissions) and volume_snapshotter.go (tags); Service Authorization Reference, EC2.
 */
export function volumeSnapshotStatements(platform: Platform): Statement[] {
  const { aws } = platform;
  const [snapshots, volumes] = [ec2(aws, "snapshot"), ec2(aws, "volume")];
  const allow = (Sid: string, Action: string[], Resource: string[], Condition: Condition): Statement => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
    Condition,
  });
  const taggedNow = present(`aws:RequestTag/${VELERO_BACKUP_TAG}`);
  const taggedBefore = present(`aws:ResourceTag/${VELERO_BACKUP_TAG}`);
  return [
    allow("DescribeVolumesAndSnapshots", ["ec2:DescribeVolumes", "ec2:DescribeSnapshots"], ["*"], {
      StringEquals: { "aws:RequestedRegion": aws.region },
    }),
    allow("SnapshotVolumesOfPods", ["ec2:CreateSnapshot"], [volumes], {
      StringEquals: { [`aws:ResourceTag/${CSI_VOLUME_TAG}`]: "true" },
    }),
    allow("CreateTaggedSnapshots", ["ec2:CreateSnapshot"], [snapshots], taggedNow),
    allow("RestoreTaggedVolumes", ["ec2:CreateVolume"], [volumes], taggedNow),
    allow("UseOwnSnapshots", ["ec2:CreateVolume", "ec2:DeleteSnapshot"], [snapshots], taggedBefore),
    allow("TagWhileCreating", ["ec2:CreateTags"], [snapshots, volumes], {
      StringEquals: { "ec2:CreateAction": ["CreateSnapshot", "CreateVolume"] },
    }),
    ...volumeKeyStatements(platform),
  ];
}

/** Making a volume from an encrypted snapshot: EC2 asks for the key with the caller's permissions, then holds it by a grant. */
function volumeKeyStatements(platform: Platform): Statement[] {
  const { aws } = platform;
  const key = {
    Effect: "Allow" as const,
    Resource: [regionalArn(aws, "kms", "key/*")],
  };
  const throughEc2: Condition = {
    StringEquals: { "kms:ViaService": `ec2.${aws.region}.${aws.dnsSuffix}` },
    "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(platform, "data") },
  };
  return [
    {
      ...key,
      Sid: "UseDataKeyForVolumes",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncrypt*"],
      Condition: throughEc2,
    },
    {
      ...key,
      Sid: "GrantDataKeyToVolumes",
      Action: ["kms:CreateGrant"],
      Condition: { ...throughEc2, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
