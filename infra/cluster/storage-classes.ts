import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { DEFAULT_STORAGE_CLASS, LOCAL_STORAGE_CLASS } from "../../config/reference/storage-classes";

/**
 * The storage classes of the cluster. EKS 1.29 brings `gp2`, unencrypted and marked as default as well; of two defaults Kubernetes takes the
 * younger one (since 1.26), which is ours.
 *
 * Both bind when a pod is placed, not before: a volume has a zone, a local one even a node, and the pod must be able to run there.
 */
export function storageClasses(
  name: string,
  { dataKeyArn }: { readonly dataKeyArn: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): k8s.storage.v1.StorageClass[] {
  return [
    new k8s.storage.v1.StorageClass(
      `${name}-${DEFAULT_STORAGE_CLASS}`,
      {
        metadata: {
          name: DEFAULT_STORAGE_CLASS,
          annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
        },
        provisioner: "ebs.csi.aws.com",
        parameters: { type: "gp3", encrypted: "true", kmsKeyId: dataKeyArn },
        volumeBindingMode: "WaitForFirstConsumer",
        allowVolumeExpansion: true,
        reclaimPolicy: "Delete",
      },
      opts,
    ),
    new k8s.storage.v1.StorageClass(
      `${name}-${LOCAL_STORAGE_CLASS}`,
      {
        metadata: { name: LOCAL_STORAGE_CLASS },
        provisioner: "kubernetes.io/no-provisioner",
        volumeBindingMode: "WaitForFirstConsumer",
        // The provisioner wipes the disk of a released volume under Delete: a claim deleted by mistake would take a broker's log with it.
        reclaimPolicy: "Retain",
      },
      opts,
    ),
  ];
}
