import { textAt } from "../../../../charts/checks/object-readers";
import { type PlannedResource, resourceText } from "../../../../policies/resource";
import { type Component, componentId } from "./component";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const ADD_ON = "aws:eks/addon:Addon";
/** Where EKS runs its add-ons. Source: EKS user guide, "Amazon EKS add-ons". */
const ADD_ON_NAMESPACE = "kube-system";

/** What the plan installs without showing its objects: Helm releases, and add-ons that EKS manages. */
export function installedComponents(resources: readonly PlannedResource[]): readonly Component[] {
  return resources.flatMap((resource) => {
    if (resource.type === RELEASE) return [release(resource)];
    return resource.type === ADD_ON ? [addOn(resource)] : [];
  });
}

function release(resource: PlannedResource): Component {
  const { inputs } = resource;
  const namespace = textAt(inputs, ["namespace"]) || "default";
  const name = textAt(inputs, ["name"]) || resource.name;
  const chart = textAt(inputs, ["chart"]).split("/").at(-1) ?? "";
  return {
    id: componentId(namespace, name),
    namespace,
    name,
    what: `Helm chart ${chart === name ? "" : chart} ${textAt(inputs, ["version"])}`.replace(/ +/g, " ").trim(),
    // What charts made after Helm's own template give to their pods. Source: Helm, Chart Best Practices, Labels and Annotations.
    pods: [{ "app.kubernetes.io/name": chart, "app.kubernetes.io/instance": name }],
    services: [name],
    data: [inputs.values],
    things: [resourceText(resource)],
  };
}

function addOn(resource: PlannedResource): Component {
  const name = textAt(resource.inputs, ["addonName"]) || resource.name;
  return {
    id: componentId(ADD_ON_NAMESPACE, name),
    namespace: ADD_ON_NAMESPACE,
    name,
    what: `EKS add-on ${textAt(resource.inputs, ["addonVersion"])}`.trim(),
    pods: [],
    services: [],
    data: [],
    things: [resourceText(resource)],
  };
}
