import { type Properties, textsAt } from "../server/properties";
import type { CheckFailure, ResourceIdentity } from "../server/provider";
import { ObjectSeed } from "../store/object-seed";

/** Characters of a release's name. Source: Helm, `pkg/chartutil` (53, so that names of its objects fit into 63). */
const NAME_LIMIT = 53;

/** The release with its name and namespace, as the provider completes them. */
export function completedRelease(
  resource: ResourceIdentity,
  before: Properties,
  given: Properties,
  creations: number,
  defaultNamespace: string,
): Properties {
  const automatic = new RegExp(`^${escaped(resource.name)}-[0-9a-f]{8}$`);
  const kept = textsAt(before, "name").find((name) => automatic.test(name));
  const fresh = `${resource.name}-${new ObjectSeed(resource.urn, creations).hex("name", 8)}`;
  return { ...given, namespace: given.namespace ?? defaultNamespace, name: given.name ?? kept ?? fresh };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What is wrong with a release. A version is required here: without one, the same program installs another chart tomorrow. */
export function releaseFailures(release: Properties): readonly CheckFailure[] {
  const failures: CheckFailure[] = [];
  for (const field of ["chart", "version"]) {
    if ((release[field] ?? null) === null || release[field] === "") {
      failures.push({ property: field, reason: `${field} is missing; give the chart and its exact version` });
    }
  }
  const [name] = textsAt(release, "name");
  if (name !== undefined && !(name.length <= NAME_LIMIT && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name))) {
    const reason = `name ${JSON.stringify(name)}: use 1 to ${NAME_LIMIT} lower-case letters, digits and hyphens`;
    failures.push({ property: "name", reason });
  }
  const [version] = textsAt(release, "version");
  if (version !== undefined && !/^v?\d+\.\d+\.\d+([-+][\w.+-]+)?$/.test(version)) {
    const reason = `version ${JSON.stringify(version)} isn't exact; write one such as 1.2.3`;
    failures.push({ property: "version", reason });
  }
  return failures;
}

/** Id that the engine keeps. */
export function releaseId(release: Properties): string {
  return `${textsAt(release, "namespace")[0] ?? ""}/${textsAt(release, "name")[0] ?? ""}`;
}

/** What Helm reports after an installation (revision 1) or an upgrade. */
export function releaseOutputs(release: Properties, revision: number): Properties {
  const [chart = ""] = textsAt(release, "chart");
  const [version = ""] = textsAt(release, "version");
  return {
    resourceNames: {},
    status: {
      appVersion: version.replace(/^v/, ""),
      chart: chart.slice(chart.lastIndexOf("/") + 1),
      name: release.name ?? "",
      namespace: release.namespace ?? "",
      revision,
      status: "deployed",
      version,
    },
  };
}

/** Namespaces that the releases among the given ones create by themselves. */
export function createdNamespaces(releases: readonly Properties[]): readonly string[] {
  return releases
    .filter((release) => release.createNamespace === true)
    .flatMap((release) => textsAt(release, "namespace"));
}
