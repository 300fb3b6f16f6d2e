import * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { regionalArn } from "../../config/derived/arn";
import type { Platform } from "../../config/platform";
import { admitToApi } from "../access/api-admission";
import type { Keys } from "../encryption/keys";
import type { OidcIssuer } from "../identity/oidc";
import type { Network } from "../network/network";
import { administratorEntries } from "./access-entries";
import { clusterRole } from "./cluster-role";
import { controlPlaneArgs } from "./control-plane";
import { completeControlPlane } from "./control-plane-child";
import { controlPlaneLogs } from "./control-plane-logs";
import { addOnsBeforeNodes } from "./managed-add-ons";
import { storageClasses } from "./storage-classes";

/** What the cluster is made from. */
export interface ClusterArgs {
  readonly platform: Platform;
  readonly network: Network;
  readonly keys: Keys;
}

/**
 * The EKS cluster: control plane, who administers it, the identity provider for service accounts, the add-ons that nodes need in order to
 * become ready, and the storage classes.
 *
 * One security group is on every node, whoever launches it: the component's node group ({@link nodeSecurityGroupId}). It carries the discovery
 * tag, so Karpenter finds it; launch templates and the CNI's ENIConfigs name it. It admits all traffic between nodes
 * and the control plane's to ports 443 and 1025-65535, which covers kubelets and the webhooks of every add-on. The group that EKS makes
 * itself stays on the control plane's interfaces only: two groups tagged as the cluster's on one node stop load balancers from working.
 *
 * Source: document 000, sections 1, 4 and 6; document 001, section 11; document 002, section 4; EKS user guide, "View Amazon EKS security group requirements for clusters".
 */
export class Cluster extends pulumi.ComponentResource {
  /** The `@pulumi/eks` component, for those that take it as a whole. */
  readonly eks: eks.Cluster;
  /** Name of the cluster, known from configuration. */
  readonly name: string;
  /** URL of the API server. */
  readonly endpoint: pulumi.Output<string>;
  /** Certificate authority of the API server, PEM in base64. */
  readonly certificateAuthority: pulumi.Output<string>;
  /** Identity provider that vouches for service accounts. */
  readonly oidc: OidcIssuer;
  /** Kubeconfig as JSON, which is YAML; secret. It holds no credential: `aws eks get-token` supplies one at use. */
  readonly kubeconfig: pulumi.Output<string>;
  /** Provider of everything that lives in the cluster. */
  readonly kubernetes: k8s.Provider;
  /** Security group of all nodes and pods. */
  readonly nodeSecurityGroupId: pulumi.Output<string>;
  /** Pod network and service network: without them a node never becomes ready. */
  readonly addOnsBeforeNodes: pulumi.Resource[];
  /** Storage classes; whoever claims volumes must wait for them. */
  readonly storageClasses: pulumi.Resource[];

  constructor(name: string, { platform, network, keys }: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:cluster:Cluster", name, {}, opts);
    const parent = { parent: this };
    this.name = platform.cluster.name;

    const logs = controlPlaneLogs(name, { platform, logsKeyArn: keys.logsKeyArn }, parent);

    const { role, ready } = clusterRole(name, platform, parent);
    this.eks = new eks.Cluster(
      `${name}-eks`,
      controlPlaneArgs(platform, {
        vpcId: network.vpcId,
        subnetIds: network.subnetIds("intra"),
        secretsKeyArn: keys.secretsKeyArn,
        role,
      }),
      { parent: this, dependsOn: [logs, ready], transforms: [completeControlPlane(platform.platform.protectData)] },
    );
    const controlPlane = this.eks.eksCluster;
    this.endpoint = controlPlane.apply(({ endpoint }) => endpoint);
    this.certificateAuthority = controlPlane.apply(({ certificateAuthority }) => certificateAuthority).data;
    this.nodeSecurityGroupId = this.eks.nodeSecurityGroupId;
    this.kubeconfig = pulumi.secret(this.eks.kubeconfigJson);

    this.oidc = this.identityProvider(name);

    const clusterName = controlPlane.apply((cluster) => cluster.name);
    const administrators = administratorEntries(name, { platform, clusterName }, parent);
    const admitted = admitToApi(name, { platform, securityGroupId: this.eks.clusterSecurityGroupId }, parent);
    this.kubernetes = new k8s.Provider(
      `${name}-kubernetes`,
      {
        kubeconfig: this.kubeconfig,
        enableServerSideApply: true,
        // Otherwise a changed ConfigMap is deleted and made again under its name, and a pod that starts in between doesn't find it.
        enableConfigMapMutable: true,
        // Ties objects to the cluster itself: a new endpoint or certificate then updates the provider and replaces nothing.
        clusterIdentifier: regionalArn(platform.aws, "eks", `cluster/${this.name}`),
      },
      // On the way down these stay until the last object is gone: whoever runs Pulumi reaches the private API server by them, and pods reach AWS.
      { parent: this, dependsOn: [...administrators, ...admitted, ...network.ready] },
    );

    this.addOnsBeforeNodes = addOnsBeforeNodes(
      name,
      {
        platform,
        clusterName,
        oidc: this.oidc,
        network,
        nodeSecurityGroupId: this.nodeSecurityGroupId,
        kubernetes: this.kubernetes,
      },
      parent,
    );
    this.storageClasses = storageClasses(
      name,
      { platform, dataKeyArn: keys.dataKeyArn },
      { parent: this, provider: this.kubernetes },
    );

    this.registerOutputs({ name: this.name, endpoint: this.endpoint, kubeconfig: this.kubeconfig });
  }

  /** The IAM identity provider of the cluster's issuer; without it no service account may assume a role. */
  private identityProvider(name: string): OidcIssuer {
    const url = this.eks.eksCluster.apply(({ identities }) => identities).apply(issuerOf);
    const provider = new aws.iam.OpenIdConnectProvider(
      `${name}-oidc`,
      { url, clientIdLists: ["sts.amazonaws.com"] },
      { parent: this },
    );
    return { arn: provider.arn, host: url.apply((text) => text.replace(/^https:\/\//, "")) };
  }
}

/**
 * The URL of the issuer among a cluster's identities.
 *
 * @throws {Error} when there is none, which only an EKS cluster that failed to be created shows.
 */
export function issuerOf(identities: readonly { readonly oidcs: readonly { readonly issuer: string }[] }[]): string {
  const issuer = identities[0]?.oidcs[0]?.issuer;
  if (issuer === undefined) {
    throw new Error(
      "the cluster has no OIDC issuer; look at its status in EKS and delete it if it failed to be created",
    );
  }
  return issuer;
}
