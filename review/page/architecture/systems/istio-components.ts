import { listAt, mappingAt, numberAt, textAt } from "../../../../charts/checks/object-readers";
import { type KubeObject, referenceOf, referenceText } from "../../../../charts/kube-object";
import { rangeText } from "../../../words";
import { type Component, componentId } from "./component";

/** What istioctl installs of an IstioOperator: the control plane, gateways, and the agent on each node. Source: Istio 1.22, IstioOperator Options. */
export function istioComponents(objects: readonly KubeObject[]): readonly Component[] {
  return objects.filter((object) => referenceOf(object).group === "install.istio.io").flatMap(componentsOf);
}

function componentsOf(operator: KubeObject): readonly Component[] {
  const gateways = (["ingressGateways", "egressGateways"] as const).flatMap((list) =>
    listAt(operator, ["spec", "components", list]).map((gateway) =>
      component(operator, textAt(gateway, ["name"]), gateway, GATEWAYS[list]),
    ),
  );
  const { pilot, cni } = mappingAt(operator, ["spec", "components"]);
  return [
    ...(isEnabled(pilot) ? [component(operator, "istiod", pilot, "control plane of the mesh")] : []),
    ...gateways,
    ...(isEnabled(cni) ? [component(operator, "istio-cni", cni, "on every node")] : []),
  ];
}

const GATEWAYS = { ingressGateways: "gateway into the mesh", egressGateways: "gateway out of the mesh" } as const;

function component(operator: KubeObject, name: string, settings: unknown, role: string): Component {
  const namespace = textAt(settings, ["namespace"]) || (operator.metadata.namespace ?? "istio-system");
  const [least, most] = ["minReplicas", "maxReplicas"].map((key) => numberAt(settings, ["k8s", "hpaSpec", key]));
  return {
    id: componentId(namespace, name),
    namespace,
    name,
    what: [role, ...(least && most ? [`${rangeText(least, most)} pods`] : [])].join(", "),
    pods: [{ app: name }],
    services: [name],
    data: [settings],
    things: [referenceText(referenceOf(operator))],
  };
}

function isEnabled(component: unknown): boolean {
  return component !== undefined && mappingAt(component, []).enabled !== false;
}
