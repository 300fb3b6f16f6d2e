import type { Finding } from "../finding";
import { MANAGED_ADD_ON_BUILDS, type ManagedAddOnName } from "../reference/managed-add-ons";
import { EKS_CALENDAR } from "../reference/version-support";
import { check } from "./check";

/**
 * Builds of the managed add-ons are known for the cluster's Kubernetes minor. Silent where EKS doesn't know the minor either: that is said once, at
 * the cluster's version; and with Auto Mode, which has no such add-ons.
 */
export const managedAddOnBuilds = check({ cluster: ["version", "managedAddOns"] }, ({ cluster }) => {
  const { version, managedAddOns } = cluster;
  if (managedAddOns === undefined || EKS_CALENDAR[version] === undefined) {
    return [];
  }
  return (Object.entries(managedAddOns) as [ManagedAddOnName, string][]).flatMap(([name, build]): Finding[] => {
    const builds = Object.entries(MANAGED_ADD_ON_BUILDS[name]);
    const known = builds.flatMap(([each, { kubernetes }]) => (kubernetes.includes(version) ? [each] : []));
    return known.includes(build)
      ? []
      : [
          {
            path: ["cluster", "managedAddOns", name],
            given: `${build} on Kubernetes ${version}`,
            allowed: known.length > 0 ? `a build known for ${version}: ${known.join(", ")}` : `a build for ${version}`,
            mend:
              `${known.length > 0 ? "choose one of these, or add" : "add"} the build to config/reference/managed-add-ons.ts; ` +
              `\`aws eks describe-addon-versions --addon-name ${name} --kubernetes-version ${version}\` lists all`,
          },
        ];
  });
});
