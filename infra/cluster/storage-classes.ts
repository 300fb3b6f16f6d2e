import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import { DEFAULT_STORAGE_CLASS, LOCAL_STORAGE_CLASS } from "../../config/reference/storage-classes";

/** What the storage classes are made from. */
export interface StorageClassArgs {
  readonly platform: Pick<Platform, "nodePools">;
  /** Key of the volumes. */
  readonly dataKeyArn: pulumi.Input<string>;
}

/**
 * The storage classes of the cluster: that of local disks where a pool has such volumes. EKS 1.29 brings `gp2`, unencrypted and marked as default as well; of two defaults Kubernetes takes the
 * younger one (since 1.26), which is ours.
 *
 * Both bind when a pod is placed, not before: a volume has a zone, a local one even a node, and the pod must be able to run there.
 */
export function storageClasses(
  name: string,
  { platform, dataKeyArn }: StorageClassArgs,
  opts: pulumi.CustomResourceOptions,
): k8s.storage.v1.StorageClass[] {
  const withLocalVolumes = Object.values(platform.nodePools).some(({ localVolumes }) => localVolumes);
  return [
    defaultStorageClass(name, { dataKeyArn, provisioner: "ebs.csi.aws.com" }, opts),
    ...(withLocalVolumes ? [localStorageClass(name, opts)] : []),
  ];
}

function localStorageClass(name: string, opts: pulumi.CustomResourceOptions): k8s.storage.v1.StorageClass {
  return new k8s.storage.v1.StorageClass(
    `${name}-${LOCAL_STORAGE_CLASS}`,
    {
      metadata: { name: LOCAL_STORAGE_CLASS },
      provisioner: "kubernetes.io/no-provisioner",
      volumeBindingMode: "WaitForFirstConsumer",
      // The provisioner wipes the disk of a released volume under Delete: a claim deleted by mistake would take a broker's log with it.
      reclaimPolicy: "Retain",
    },
    opts,
  );
}

/** Driver of EBS volumes that EKS Auto Mode has built in; the add-on's own name means nothing there. Source: EKS user guide, "Create a storage class". */
export const AUTO_MODE_PROVISIONER = "ebs.csi.eks.amazonaws.com";

/** The class of claims that name none: gp3, encrypted with the stack's data key, growing in place. */
export function defaultStorageClass(
  name: string,
  { dataKeyArn, provisioner }: { readonly dataKeyArn: pulumi.Input<string>; readonly provisioner: string },
  opts: pulumi.CustomResourceOptions,
): k8s.storage.v1.StorageClass {
  return new k8s.storage.v1.StorageClass(
    `${name}-${DEFAULT_STORAGE_CLASS}`,
    {
      metadata: {
        name: DEFAULT_STORAGE_CLASS,
        annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
      },
      provisioner,
      parameters: { type: "gp3", encrypted: "true", kmsKeyId: dataKeyArn },
      volumeBindingMode: "WaitForFirstConsumer",
      allowVolumeExpansion: true,
      reclaimPolicy: "Delete",
    },
    opts,
  );
}
