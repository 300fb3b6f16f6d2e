import { type KubeObject, referenceOf, valueAt } from "../kube-object";

/** A Deployment that an IstioOperator asks for. */
export interface IstioComponent {
  readonly operator: KubeObject;
  /** Keys and list positions from the top of the object. */
  readonly path: readonly (string | number)[];
  /** Where Helm values for it are, below `spec.values`. */
  readonly values: readonly string[];
}

/** The IstioOperators among objects. */
export function istioOperators(objects: readonly KubeObject[]): readonly KubeObject[] {
  return objects.filter(
    (object) => object.kind === "IstioOperator" && referenceOf(object).group === "install.istio.io",
  );
}

/** istiod and the gateways of an IstioOperator, as far as they are installed. */
export function istioComponents(operator: KubeObject): readonly IstioComponent[] {
  const gateways = (["ingressGateways", "egressGateways"] as const).flatMap((list) => {
    const found = valueAt(operator, ["spec", "components", list]);
    const name = list === "ingressGateways" ? "istio-ingressgateway" : "istio-egressgateway";
    return (Array.isArray(found) ? found : []).map((_, index) => ({
      operator,
      path: ["spec", "components", list, index],
      values: ["gateways", name],
    }));
  });
  return [{ operator, path: ["spec", "components", "pilot"], values: ["pilot"] }, ...gateways].filter(({ path }) => {
    const component = valueAt(operator, path);
    return component !== undefined && valueAt(component, ["enabled"]) !== false;
  });
}

/** A variable of istiod's environment, whichever way an IstioOperator sets it. */
export function istiodVariable(operator: KubeObject, name: string): unknown {
  const list = valueAt(operator, ["spec", "components", "pilot", "k8s", "env"]);
  const entry = Array.isArray(list) ? list.find((variable) => valueAt(variable, ["name"]) === name) : undefined;
  return valueAt(entry, ["value"]) ?? valueAt(operator, ["spec", "values", "pilot", "env", name]);
}
