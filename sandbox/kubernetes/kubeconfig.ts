import { parse } from "yaml";
import { isMap, type Properties, type PropertyValue, textsAt, valuesAt } from "../server/properties";
import { ServiceRefusal } from "../server/service-refusal";

/**
 * Address of the API server that a kubeconfig's current context leads to, by which the sandbox tells clusters apart. The kubeconfig is YAML or JSON text, or the
 * same as a map.
 *
 * @throws ServiceRefusal without one: the sandbox never touches the kubeconfig of the person who runs it.
 */
export function apiServerOf(kubeconfig: PropertyValue | undefined): string {
  const config = isMap(kubeconfig) ? kubeconfig : parsed(kubeconfig);
  const [context] = textsAt(config, "current-context");
  const name = textsAt(named(config, "contexts", context), "context.cluster")[0];
  const [server] = textsAt(named(config, "clusters", name), "cluster.server");
  if (server !== undefined) return server;
  throw new ServiceRefusal(
    "kubernetes provider: kubeconfig names no cluster; set the provider's kubeconfig to that of the cluster",
  );
}

function parsed(text: PropertyValue | undefined): Properties {
  try {
    const config: unknown = typeof text === "string" ? parse(text) : undefined;
    return isMap(config as PropertyValue) ? (config as Properties) : {};
  } catch {
    // Not YAML, so no kubeconfig: the caller says so.
    return {};
  }
}

function named(config: Properties, list: string, name: string | undefined): Properties {
  const entries = valuesAt(config, list).filter(isMap);
  return entries.find((entry) => name === undefined || entry.name === name) ?? {};
}
