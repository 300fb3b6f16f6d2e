/** What every container has: nothing to gain and nothing to write but its volumes. Source: Kubernetes, Pod Security Standards, restricted. */
export function restrictedContainer() {
  return { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } };
}
