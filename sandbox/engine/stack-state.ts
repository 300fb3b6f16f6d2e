import type { Deployment } from "@pulumi/pulumi/automation";
import { resourceLabel } from "./diagnostics";

/** The part of an exported state that is read here. Source: pulumi/sdk/go/common/apitype/core.go, `DeploymentV3`. */
interface State {
  readonly resources?: readonly { readonly urn: string; readonly protect?: boolean }[];
  readonly pending_operations?: readonly { readonly type: string; readonly resource: { readonly urn: string } }[];
}

/** An operation on a resource that was begun and whose end nobody noted. */
export interface PendingOperation {
  /** `creating`, `updating`, `deleting` or `reading`. */
  readonly kind: string;
  readonly resource: string;
  readonly urn: string;
}

/** What a killed engine left unfinished. */
export function pendingOperations({ deployment }: Pick<Deployment, "deployment">): readonly PendingOperation[] {
  const { pending_operations: pending = [] } = deployment as State;
  return pending.map(({ type, resource }) => ({
    kind: type,
    resource: resourceLabel(resource.urn),
    urn: resource.urn,
  }));
}

/** The resources that the engine refuses to delete. */
export function protectedResources({ deployment }: Pick<Deployment, "deployment">): readonly string[] {
  const { resources = [] } = deployment as State;
  return resources.filter(({ protect }) => protect).map(({ urn }) => resourceLabel(urn));
}
