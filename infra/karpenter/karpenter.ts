import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { PHASES } from "../../config/derived/karpenter-phase";
import { KARPENTER_CONTROLLER, roleArn, roleName } from "../../config/derived/role-names";
import type { PlatformWith } from "../../config/parts";
import { chartVersionFor } from "../../config/reference/charts";
import { helmRelease } from "../add-ons/helm-release";
import type { Cluster } from "../cluster/cluster";
import { ServiceAccountRole } from "../identity/service-account-role";
import { KubernetesObject, type Manifest } from "../kubernetes/kubernetes-object";
import { ClusterAutoscaler } from "./cluster-autoscaler";
import { controllerPolicy } from "./controller-policy";
import { CONTROLLER_SERVICE_ACCOUNT, controllerValues } from "./controller-values";
import { InterruptionQueue } from "./interruption-queue";
import { KarpenterNodeRole, NODE_ROLE } from "./node-role";
import { TerminationHandler } from "./termination-handler";

/** Deleting a NodePool waits for its nodes to be drained; thirty minutes let disruption budgets of slow workloads be respected. */
const DRAIN_TIMEOUT = "30m";

/** What Karpenter is made from. */
export interface KarpenterArgs {
  readonly platform: PlatformWith<"karpenter">;
  readonly cluster: Pick<Cluster, "eks" | "oidc">;
  /** The node class, then the NodePools, as the charts render them. */
  readonly manifests: readonly Manifest[];
  /** What the node class names without an edge to it: the alias of the volumes' key, and namespaces. */
  readonly after: readonly pulumi.Resource[];
  /** Static node groups: the controller never runs on nodes of its own. */
  readonly nodes: readonly pulumi.Resource[];
}

/**
 * Karpenter, and what it takes over from: queue and rules, identities, CRDs, controller, node class, NodePools; cluster-autoscaler, until
 * the migration's last phase, and the termination handler.
 *
 * Made in that order. The controller panics at start without its queue; CRDs of 0.37 have to be there before it, or nothing provisions.
 * Destroyed in reverse: NodePools first, each waiting for its nodes to go, while the controller, its queue and its permissions are still there.
 *
 * Source: document 001, sections 1 and 6; Karpenter 0.37.0, pkg/controllers/controllers.go.
 */
export class Karpenter extends pulumi.ComponentResource {
  /** URL of the interruption queue. */
  readonly queueUrl: pulumi.Output<string>;
  /** ARN of the controller's role. */
  readonly controllerRoleArn: pulumi.Output<string>;
  /** ARN of the role of the nodes. */
  readonly nodeRoleArn: pulumi.Output<string>;

  constructor(
    name: string,
    { platform, cluster, manifests, after, nodes }: KarpenterArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("vantage:karpenter:Karpenter", name, {}, opts);
    const parent = { parent: this };

    const queue = new InterruptionQueue(`${name}-interruption`, { platform }, parent);
    const nodeRole = new KarpenterNodeRole(`${name}-node`, { platform, controlPlane: cluster.eks }, parent);
    const controllerRole = new ServiceAccountRole(
      `${name}-controller-role`,
      {
        platform,
        oidc: cluster.oidc,
        roleName: roleName(platform, KARPENTER_CONTROLLER),
        namespace: platform.karpenter.namespace,
        serviceAccount: CONTROLLER_SERVICE_ACCOUNT,
        policy: controllerPolicy({
          location: platform.aws,
          clusterName: platform.cluster.name,
          queueName: platform.karpenter.interruptionQueue.name,
          nodeRoleArn: roleArn(platform, NODE_ROLE),
        }),
        description: "Karpenter's controller: launches and removes nodes of this cluster",
      },
      parent,
    );

    const controller = this.controller(name, platform, after, [queue, nodeRole, controllerRole, ...nodes]);
    this.nodeObjects(name, manifests, controller);

    if (PHASES[platform.karpenter.phase].autoscalerInstalled) {
      new ClusterAutoscaler(`${name}-autoscaler`, { platform, oidc: cluster.oidc, nodes }, parent);
    }
    new TerminationHandler(`${name}-termination-handler`, { platform }, parent);

    this.queueUrl = queue.url;
    this.controllerRoleArn = controllerRole.arn;
    this.nodeRoleArn = nodeRole.arn;
    this.registerOutputs({
      queueUrl: this.queueUrl,
      controllerRoleArn: this.controllerRoleArn,
      nodeRoleArn: this.nodeRoleArn,
    });
  }

  /** CRDs and controller. The CRDs are a release of their own, because Helm never upgrades those in a chart's `crds/` folder. */
  private controller(
    name: string,
    platform: PlatformWith<"karpenter">,
    after: readonly pulumi.Resource[],
    before: readonly pulumi.Resource[],
  ): k8s.helm.v3.Release {
    const { namespace: namespaceName, version } = platform.karpenter;
    const definitions = helmRelease(
      `${name}-crds`,
      {
        chart: "karpenter-crd",
        release: "karpenter-crd",
        version: chartVersionFor("karpenter-crd", version),
        namespace: namespaceName,
        values: {},
      },
      { parent: this, dependsOn: [...after] },
    );
    return helmRelease(
      `${name}-controller`,
      {
        chart: "karpenter",
        release: "karpenter",
        version: chartVersionFor("karpenter", version),
        namespace: namespaceName,
        values: controllerValues(platform, roleArn(platform, KARPENTER_CONTROLLER)),
        skipCrds: true,
      },
      { parent: this, dependsOn: [definitions, ...before] },
    );
  }

  /** The node class and the NodePools that refer to it. */
  private nodeObjects(name: string, manifests: readonly Manifest[], controller: pulumi.Resource): void {
    const made: KubernetesObject[] = [];
    for (const manifest of manifests) {
      const suffix = manifest.kind === "EC2NodeClass" ? "node-class" : manifest.metadata.name;
      const options = { parent: this, dependsOn: [controller, ...made], customTimeouts: { delete: DRAIN_TIMEOUT } };
      const resource = new KubernetesObject(`${name}-${suffix}`, manifest, options);
      if (manifest.kind === "EC2NodeClass") made.push(resource);
    }
  }
}
