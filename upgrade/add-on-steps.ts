import type { Platform } from "../config/platform";
import { MANAGED_ADD_ON_BUILDS, type ManagedAddOnName } from "../config/reference/managed-add-ons";
import type { Step } from "./step";

/**
 * What an upgrade asks of the add-ons that EKS keeps. They are changed with the control plane, in the same stack file, because a file whose builds don't fit its minor is refused; the engine
 * updates them after the cluster, which they depend on, and so kube-proxy is never newer than the API server.
 */
export function addOnSteps({ cluster: { managedAddOns } }: Platform, to: string): readonly Step[] {
  return (Object.entries(managedAddOns ?? {}) as [ManagedAddOnName, string][]).map(([name, build]): Step => {
    const builds = Object.entries(MANAGED_ADD_ON_BUILDS[name] ?? {});
    const fitting = builds.filter(([, { kubernetes }]) => kubernetes.includes(to));
    const step = { phase: "with", subject: `${name} ${build}`, notes: [] } as const;
    const own = fitting.find(([each]) => each === build);
    if (own !== undefined) return { ...step, outcome: "ready", text: `fits ${to}`, source: own[1].source };
    const newest = fitting.at(-1);
    if (newest !== undefined) {
      const text = `set vantage:cluster.managedAddOns.${name} to ${newest[0]}`;
      return { ...step, outcome: "change", text, source: newest[1].source };
    }
    const text =
      `config/reference/managed-add-ons.ts knows no build for ${to}: add one first; ` +
      `\`aws eks describe-addon-versions --addon-name ${name} --kubernetes-version ${to}\` lists them`;
    return { ...step, outcome: "unknown", text };
  });
}
