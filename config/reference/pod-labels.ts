/** Label of each pod of a StatefulSet, with the pod's own name. Source: Kubernetes, StatefulSets, "Pod Name Label". */
export const POD_NAME_LABEL = "statefulset.kubernetes.io/pod-name";
