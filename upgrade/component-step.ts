import { CHARTS, type ChartName } from "../config/reference/charts";
import { type ComponentSupport, RELEASE_SUPPORT, type SupportedMinors } from "../config/reference/release-support";
import { COMPONENT_NOTES } from "../config/reference/upgrade-notes";
import { compareVersions, minorOf } from "../config/reference/version-support";
import type { Component } from "./components";
import type { Step } from "./step";

/**
 * What an upgrade from one minor to the next asks of a component. One whose release supports both is left alone. Otherwise it is raised before the control plane, to a release that supports
 * both; where no such release is known, together with it; and where none supports the new minor, the upgrade can't be done.
 */
export function componentStep(component: Component, from: string, to: string): Step {
  const { name, version, field } = component;
  const subject = `${name} ${version}`;
  const support = RELEASE_SUPPORT[name];
  if (support === undefined) {
    const text = `config/reference/release-support.ts has nothing of which minors it supports; look before ${to}`;
    // Where its chart is described is where a person begins to look.
    const place = CHARTS[name as ChartName]?.source;
    return {
      phase: "before",
      subject,
      outcome: "unknown",
      text,
      notes: [],
      ...(place === undefined ? {} : { source: place }),
    };
  }
  const { source } = support;
  const own = releaseOf(version, support);
  if (own === undefined) {
    const known = Object.keys(support.releases).join(", ");
    const text = `its release is none of those that config/reference/release-support.ts knows: ${known}`;
    return { phase: "before", subject, outcome: "unknown", text, notes: [], source };
  }
  if (covers(own.minors, to)) {
    return {
      phase: "before",
      subject,
      outcome: "ready",
      text: `supports ${to}${limitOf(own.minors)}`,
      notes: [],
      source,
    };
  }
  const newer = releasesOf(support).filter(({ release }) => compareVersions(release, own.release) > 0);
  const able = newer.filter(({ minors }) => covers(minors, to));
  const both = able.filter(({ minors }) => covers(minors, from));
  const [first, ...others] = both.length > 0 ? both : able;
  if (first === undefined) {
    const text = `no known release supports ${to}: ${newest(support)}`;
    return { phase: "before", subject, outcome: "impossible", text, notes: [], source };
  }
  const what = support.reading === "line" ? `a release of ${first.release}` : `${first.release} or newer`;
  const also = others.length === 0 ? "" : `; ${others.map(({ release }) => release).join(", ")} would do as well`;
  return {
    phase: both.length > 0 ? "before" : "with",
    subject,
    outcome: "change",
    text:
      both.length > 0
        ? `raise ${field} to ${what}, which supports ${from} and ${to}${also}`
        : `raise ${field} to ${what} in the same change: no known release supports ${from} and ${to}, so one of the two is unsupported for as long as it takes${also}`,
    raises: { component: name, release: first.release },
    notes: COMPONENT_NOTES.filter(
      (note) =>
        note.component === name &&
        compareVersions(note.at, own.release) > 0 &&
        compareVersions(note.at, first.release) <= 0,
    ),
    source,
  };
}

interface Release {
  readonly release: string;
  readonly minors: SupportedMinors;
}

function releasesOf({ releases }: ComponentSupport): readonly Release[] {
  return Object.entries(releases)
    .map(([release, minors]) => ({ release, minors }))
    .sort((a, b) => compareVersions(a.release, b.release));
}

/** The row that tells of a release. */
function releaseOf(version: string, support: ComponentSupport): Release | undefined {
  if (!/^v?\d+(\.\d+)+$/.test(version)) return undefined;
  const rows = releasesOf(support);
  return support.reading === "line"
    ? rows.find(({ release }) => release === minorOf(version))
    : rows.findLast(({ release }) => compareVersions(release, version) <= 0);
}

function covers({ from, to }: SupportedMinors, minor: string): boolean {
  return compareVersions(from, minor) <= 0 && (to === undefined || compareVersions(minor, to) <= 0);
}

/** What has to be known of a range that has no stated end. */
function limitOf({ to, testedTo }: SupportedMinors): string {
  if (to !== undefined) return "";
  return testedTo === undefined
    ? "; no last minor is named"
    : `; no last minor is named, it was tested up to ${testedTo}`;
}

function newest(support: ComponentSupport): string {
  const last = releasesOf(support).at(-1);
  return last === undefined ? "none is known at all" : `${last.release} ends at ${last.minors.to ?? "no named minor"}`;
}
