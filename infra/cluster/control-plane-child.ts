import type * as pulumi from "@pulumi/pulumi";

/** Type of the control plane among the children of the `@pulumi/eks` Cluster. */
const CONTROL_PLANE = "aws:eks/cluster:Cluster";

/**
 * Completes the control plane inside the `@pulumi/eks` Cluster with the two things that its options can't say:
 *
 * - Whoever creates the cluster gets nothing by that: the component always makes the creator an administrator, for ever and unseen. Access is
 *   what the access entries list. The deploying role must therefore be among `vantage:cluster.administrators`.
 * - Protection lies on the control plane alone. On the component it would pass to rules and roles, which hold no data and must stay replaceable.
 *
 * Source: pulumi-eks 4.3.0, nodejs/eks/cluster/cluster.ts, createCore, `accessConfig`.
 */
export function completeControlPlane(protect: boolean): pulumi.ResourceTransform {
  return ({ type, props, opts }) =>
    type === CONTROL_PLANE
      ? {
          props: {
            ...props,
            accessConfig: { ...props.accessConfig, bootstrapClusterCreatorAdminPermissions: false },
          },
          opts: { ...opts, protect },
        }
      : undefined;
}
