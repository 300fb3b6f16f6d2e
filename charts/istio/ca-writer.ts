import type { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../config/parts";
import { SELF_SIGNED_CA_SECRET } from "../../config/reference/istio";

/** Name of the permission, and of what gives it to the agent. */
export const CA_WRITER = "intermediate-ca-writer";

/** Group of roles and bindings. */
export const RBAC_GROUP = "rbac.authorization.k8s.io";

/**
 * The Secret that the document shows the agent writing. istiod doesn't take an intermediate CA from it: the ledger names the other.
 *
 * Source: document 002, sections 3 (Step 2) and 6 (PUT .../secrets/istio-ca-secret).
 */
export const DOCUMENTED_CA_SECRET = SELF_SIGNED_CA_SECRET;

/**
 * What the Vault agent may do: read and write one Secret that exists. No `create`: who makes a Secret chooses its type, and one of type
 * service-account-token would hand out istiod's own identity. No `list` or `watch`, which would show every other Secret. The Secret is made
 * once, empty, by whoever installs the mesh (runbook CERT-009). It is no object of a chart: Pulumi keeps what it applies in its state,
 * and with it the key of the CA.
 *
 * Source: kubernetes.io, Using RBAC Authorization, Privilege escalation via secrets; test/cluster/istio.
 */
export function caWriterRole({ istio }: PlatformWith<"istio">): k8s.KubeRoleProps {
  return {
    metadata: { name: CA_WRITER, namespace: istio.namespace },
    rules: [
      {
        apiGroups: [""],
        resources: ["secrets"],
        resourceNames: [DOCUMENTED_CA_SECRET],
        verbs: ["get", "update", "patch"],
      },
    ],
  };
}

/** Gives the role to the agent's service account, and to nobody else. */
export function caWriterBinding({ istio }: PlatformWith<"istio">): k8s.KubeRoleBindingProps {
  return {
    metadata: { name: CA_WRITER, namespace: istio.namespace },
    roleRef: { apiGroup: RBAC_GROUP, kind: "Role", name: CA_WRITER },
    subjects: [{ kind: "ServiceAccount", name: istio.caWriter, namespace: istio.namespace }],
  };
}

/** The agent's identity. How the agent itself is deployed is not this stack's. */
export function caWriterAccount({ istio }: PlatformWith<"istio">): k8s.KubeServiceAccountProps {
  return { metadata: { name: istio.caWriter, namespace: istio.namespace } };
}
