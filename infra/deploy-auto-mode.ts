import * as pulumi from "@pulumi/pulumi";
import { unconfirmedServices } from "../config/derived/used-services";
import type { Platform } from "../config/platform";
import { Bastion } from "./access/bastion";
import { AutoModeCluster } from "./cluster/auto-mode-cluster";
import { DataAccess } from "./data-access/data-access";
import { Keys } from "./encryption/keys";
import { Network } from "./network/network";
import { awsProvider } from "./providers";
import { SecurityServices } from "./security-services/security-services";
import { Storage } from "./storage/storage";

/**
 * The AWS side of a stack whose cluster has EKS Auto Mode, in the order in which it comes to be.
 *
 * @returns the outputs of the stack; `docs/gov-outputs.md` says which documented name each has.
 */
export function deployAutoMode(platform: Platform) {
  const provider = awsProvider(platform);
  for (const { service, source } of unconfirmedServices(platform)) {
    pulumi.log.warn(`${platform.aws.region}: nothing that could be read confirms ${service} there (${source})`);
  }

  const keys = new Keys("keys", { platform }, { provider });
  const network = new Network("network", { platform, keys }, { provider });
  const cluster = new AutoModeCluster("cluster", { platform, network, keys }, { provider });
  const { access, securityServices, dataAccess } = platform;
  const bastion =
    access?.bastion &&
    new Bastion("bastion", { platform, config: access.bastion, network, cluster, keys }, { provider });
  const security =
    securityServices &&
    new SecurityServices("security-services", { platform, config: securityServices, keys }, { provider });
  const storage = new Storage("storage", { platform, keys }, { provider });
  const clusterName = cluster.eks.eksCluster.apply(({ name }) => name);
  const data =
    dataAccess && new DataAccess("data-access", { platform, config: dataAccess, clusterName, keys }, { provider });

  return {
    clusterName: cluster.name,
    clusterEndpoint: cluster.endpoint,
    kubeconfig: cluster.kubeconfig,
    bucketNames: storage.bucketNames,
    kmsEksSecretsKeyArn: keys.secretsKeyArn,
    ...(bastion && { bastionGroupName: bastion.groupName, bastionSessionDocument: bastion.sessionDocumentName }),
    ...(security && {
      guarddutyDetectorId: security.detectorId,
      guarddutySnsTopicArn: security.guardDutyTopicArn,
      securityHubSnsTopicArn: security.securityHubTopicArn,
    }),
    ...(data && {
      podIdentityRoleArn: data.applicationRoleArn,
      podIdentityRoleArns: data.roleArns,
      secretsManagerKmsKeyId: data.secretsKey.keyId,
    }),
  };
}
