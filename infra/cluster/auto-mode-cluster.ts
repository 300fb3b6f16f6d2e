import * as eks from "@pulumi/eks";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { regionalArn } from "../../config/derived/arn";
import type { Platform } from "../../config/platform";
import { admitToApi } from "../access/api-admission";
import type { Keys } from "../encryption/keys";
import type { Network } from "../network/network";
import { administratorEntries } from "./access-entries";
import { autoModeArgs, autoModeOf } from "./auto-mode";
import { autoModeRoles } from "./auto-mode-roles";
import { completeControlPlane } from "./control-plane-child";
import { controlPlaneLogs } from "./control-plane-logs";
import { AUTO_MODE_PROVISIONER, defaultStorageClass } from "./storage-classes";

/** What a cluster with Auto Mode is made from. */
export interface AutoModeClusterArgs {
  readonly platform: Platform;
  readonly network: Network;
  readonly keys: Keys;
}

/**
 * An EKS cluster with Auto Mode: control plane, who administers it, and the default storage class. Nodes, pod network, cluster DNS, volumes and load balancers are EKS's.
 *
 * Subnets of role `nodes` are given to the control plane, because the built-in pools make their nodes in the subnets of the cluster. Service accounts get their roles by Pod
 * Identity, whose agent is built in, so the cluster has no identity provider in IAM.
 *
 * Source: the GovCloud guide (004), Infrastructure Overview and Access Patterns; EKS user guide, "Create an EKS Auto Mode cluster" and "Learn about VPC networking in EKS Auto Mode".
 */
export class AutoModeCluster extends pulumi.ComponentResource {
  /** The `@pulumi/eks` component, for those that take it as a whole. */
  readonly eks: eks.Cluster;
  /** Name of the cluster, known from configuration. */
  readonly name: string;
  /** URL of the API server. */
  readonly endpoint: pulumi.Output<string>;
  /** Kubeconfig as JSON, which is YAML; secret. It holds no credential: `aws eks get-token` supplies one at use. */
  readonly kubeconfig: pulumi.Output<string>;
  /** Provider of everything that lives in the cluster. */
  readonly kubernetes: k8s.Provider;
  /** The one security group of control plane, nodes and pods, which EKS makes. */
  readonly securityGroupId: pulumi.Output<string>;
  /** Storage classes; whoever claims volumes must wait for them. */
  readonly storageClasses: pulumi.Resource[];

  constructor(name: string, { platform, network, keys }: AutoModeClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:cluster:AutoModeCluster", name, {}, opts);
    const parent = { parent: this };
    this.name = platform.cluster.name;

    const logs = controlPlaneLogs(name, { platform, logsKeyArn: keys.logsKeyArn }, parent);
    const roles = autoModeRoles(name, platform, parent);
    this.eks = new eks.Cluster(
      `${name}-eks`,
      autoModeArgs(platform, autoModeOf(platform), {
        vpcId: network.vpcId,
        subnetIds: nodeSubnetIds(platform, network),
        secretsKeyArn: keys.secretsKeyArn,
        role: roles.cluster,
      }),
      // Nodes pull their images by the network's ways out: while they drain on the way down, these must be there.
      {
        parent: this,
        dependsOn: [logs, roles.node, ...roles.ready, ...network.ready],
        transforms: [completeControlPlane(platform.platform.protectData)],
      },
    );
    const controlPlane = this.eks.eksCluster;
    this.endpoint = controlPlane.apply(({ endpoint }) => endpoint);
    this.kubeconfig = pulumi.secret(this.eks.kubeconfigJson);
    this.securityGroupId = this.eks.clusterSecurityGroupId;

    const clusterName = controlPlane.apply((cluster) => cluster.name);
    const administrators = administratorEntries(name, { platform, clusterName }, parent);
    const admitted = admitToApi(name, { platform, securityGroupId: this.securityGroupId }, parent);
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
      { parent: this, dependsOn: [...administrators, ...admitted] },
    );
    this.storageClasses = [
      defaultStorageClass(
        name,
        { dataKeyArn: keys.dataKeyArn, provisioner: AUTO_MODE_PROVISIONER },
        { parent: this, provider: this.kubernetes },
      ),
    ];
    this.registerOutputs({ name: this.name, endpoint: this.endpoint, kubeconfig: this.kubeconfig });
  }
}

/** Subnets of every group of role `nodes`, in the order of the stack file and of the zones. */
function nodeSubnetIds(platform: Platform, network: Network): pulumi.Output<string>[] {
  return Object.entries(platform.network.subnets).flatMap(([group, { role }]) =>
    role === "nodes" ? network.subnetIds(group) : [],
  );
}
