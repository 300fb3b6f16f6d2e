import { type KubeObject, referenceOf, referenceText } from "../charts/kube-object";
import { API_LIFECYCLES, CUSTOM_API_LIFECYCLES } from "../config/reference/api-lifecycle";
import { compareVersions } from "../config/reference/version-support";
import type { Step } from "./step";

/** Up to this many objects are named; the count says the rest. */
const NAMED = 3;

/** What becomes of the versions of Kubernetes' own APIs that a rendering is written in: gone ones have to be left before the control plane no longer serves them, deprecated ones are named. */
export function apiSteps(objects: readonly KubeObject[], to: string): readonly Step[] {
  return API_LIFECYCLES.flatMap(({ apiVersion, kinds, deprecated, gone, instead }): Step[] => {
    const concerned = objects.filter((object) => object.apiVersion === apiVersion && kinds.includes(object.kind));
    if (concerned.length === 0 || compareVersions(to, deprecated) < 0) return [];
    const subject = `${apiVersion} ${[...new Set(concerned.map(({ kind }) => kind))].join(", ")}`;
    const isGone = gone !== undefined && compareVersions(gone, to) <= 0;
    const step = { subject, notes: [], source: "Kubernetes, Deprecated API Migration Guide" };
    const move = `write ${instead} in the charts and deploy it: ${named(concerned)}`;
    if (isGone) return [{ ...step, phase: "before", outcome: "change", text: `${to} doesn't serve it: ${move}` }];
    const end = gone === undefined ? "no end is named" : `gone with ${gone}`;
    return [{ ...step, phase: "after", outcome: "ready", text: `deprecated since ${deprecated}, ${end}; ${move}` }];
  });
}

/** What becomes of the versions of operators' APIs, where an operator is raised to a release that takes one away. */
export function customApiSteps(objects: readonly KubeObject[], component: string, release: string): readonly Step[] {
  return CUSTOM_API_LIFECYCLES.flatMap((row): Step[] => {
    if (row.component !== component || compareVersions(row.goneWith, release) > 0) return [];
    const concerned = objects.filter(({ apiVersion }) => apiVersion === row.apiVersion);
    if (concerned.length === 0) return [];
    return [
      {
        phase: "before",
        subject: row.apiVersion,
        outcome: "change",
        text: `${component} ${row.goneWith} doesn't serve it: write ${row.instead} in the charts and deploy it with an older release that serves both: ${named(concerned)}`,
        notes: [],
        source: row.source,
      },
    ];
  });
}

function named(objects: readonly KubeObject[]): string {
  const names = objects.map((object) => referenceText(referenceOf(object)));
  const rest = names.length - NAMED;
  return [...names.slice(0, NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}
