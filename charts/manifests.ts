import type { Platform } from "../config/platform";
import { CHECKS, type CheckName } from "./checks/all";
import type { ManifestFinding } from "./checks/check";
import { type KubeObject, pathText, referenceOf, referenceText } from "./kube-object";
import { renderYaml } from "./render";
import { deployableRendering, documentedRendering, type Rendering } from "./synthesize";

/** Folder of the printed manifests in their documented form, below the stack's. */
export const AS_DOCUMENTED = "as-documented";

/** Manifests that must not be written, because they would not work. */
export class BrokenManifests extends Error {
  override readonly name = "BrokenManifests";
}

/**
 * Everything that `manifests/<stack>/` holds: the text of each file by its path in that folder.
 *
 * @throws {BrokenManifests} with everything that the semantic checks find
 */
export function manifestFiles(platform: Platform): ReadonlyMap<string, string> {
  const documented = documentedRendering(platform);
  const renderings = deployableRendering(platform, documented);
  refuseBroken(platform, renderings);
  const files = renderings.map(({ chart, objects }): [string, string] => [
    `${chart.name}.yaml`,
    renderYaml(objects, [
      `Made by ${chart.folder} of stack ${platform.stack}: npm run synth. ${APPLIED[chart.appliedBy]}`,
    ]),
  ]);
  return new Map([...files, ...printedFiles(platform, documented)]);
}

const APPLIED: Readonly<Record<Rendering["chart"]["appliedBy"], string>> = {
  pulumi: "Applied by Pulumi, object by object.",
  karpenter: "For review: infra/karpenter applies these, after the controller.",
  istioctl: "For review: istioctl reads it, nothing else does.",
};

/** The printed manifests of each chart that has any, as the documents print them. */
function printedFiles(platform: Platform, documented: readonly Rendering[]): [string, string][] {
  return documented.flatMap(({ chart, objects }): [string, string][] => {
    const printed = new Set((chart.printed?.(platform) ?? []).map(referenceText));
    const chosen = objects.filter((object) => printed.has(referenceText(referenceOf(object))));
    if (chosen.length !== printed.size) {
      throw new Error(`Chart ${chart.name} doesn't render every object it calls printed: ${[...printed].join(", ")}.`);
    }
    const header = ["As the documents print it. Not deployed: charts/deviations.ts says what a cluster needs changed."];
    return chosen.length === 0 ? [] : [[`${AS_DOCUMENTED}/${chart.name}.yaml`, renderYaml(chosen, header)]];
  });
}

/** What the semantic checks find in objects, by check. */
export function findings(
  platform: Platform,
  objects: readonly KubeObject[],
): readonly (ManifestFinding & { readonly check: CheckName })[] {
  return (Object.keys(CHECKS) as CheckName[]).flatMap((check) =>
    CHECKS[check].find({ objects, platform }).map((finding) => ({ check, ...finding })),
  );
}

function refuseBroken(platform: Platform, renderings: readonly Rendering[]): void {
  const found = findings(
    platform,
    renderings.flatMap(({ objects }) => objects),
  );
  if (found.length > 0) {
    const lines = found.map(
      ({ check, object, path, message }) =>
        `${referenceText(object)}\n  at ${pathText(path)}: ${message}\n  (check ${check})`,
    );
    const count = found.length === 1 ? "1 problem" : `${found.length} problems`;
    throw new BrokenManifests(
      `${platform.stack}: ${count} in the manifests, nothing was written\n\n${lines.join("\n\n")}`,
    );
  }
}
