import { API_LIFECYCLES, CUSTOM_API_LIFECYCLES } from "../../../config/reference/api-lifecycle";
import { minorAfter, RELEASE_SUPPORT } from "../../../config/reference/release-support";
import { COMPONENT_NOTES, KUBERNETES_NOTES } from "../../../config/reference/upgrade-notes";
import {
  compareVersions,
  EKS_CALENDAR,
  ISTIO_SUPPORT,
  STRIMZI_SUPPORT,
} from "../../../config/reference/version-support";

describe.each(Object.entries(RELEASE_SUPPORT))("releases of %s", (_name, { releases, source }) => {
  const rows = Object.entries(releases);

  it("are oldest first, each with a range that begins before it ends, and a source", () => {
    const versions = rows.map(([release]) => release);
    expect(versions).toEqual([...versions].sort(compareVersions));
    expect(rows.filter(([, { from, to = from }]) => compareVersions(from, to) > 0)).toEqual([]);
    expect(rows.length).toBeGreaterThan(1);
    expect(source.length).toBeGreaterThan(10);
  });

  it("support no older minors than the release before", () => {
    const backwards = rows.filter(
      ([, { from }], index) => compareVersions(from, rows[index - 1]?.[1].from ?? from) < 0,
    );
    expect(backwards).toEqual([]);
  });
});

test("what the checks of a stack file go by is what upgrades go by", () => {
  expect(RELEASE_SUPPORT.istio?.releases).toMatchObject(ISTIO_SUPPORT);
  expect(RELEASE_SUPPORT["strimzi-kafka-operator"]?.releases).toMatchObject(STRIMZI_SUPPORT);
});

test("EKS's minors follow each other", () => {
  const minors = Object.keys(EKS_CALENDAR);
  expect(minors.slice(1)).toEqual(minors.slice(0, -1).map((minor) => minorAfter(minor)));
});

test.each([
  ["1.29", 1, "1.30"],
  ["1.9", 1, "1.10"],
  ["1.30", -1, "1.29"],
])("%s and %i is %s", (minor, count, expected) => {
  expect(minorAfter(minor, count)).toBe(expected);
});

test("APIs are deprecated before they are gone, and gone before nothing takes their place", () => {
  expect(API_LIFECYCLES.filter(({ deprecated, gone = "2.0" }) => compareVersions(deprecated, gone) >= 0)).toEqual([]);
  expect(API_LIFECYCLES.filter(({ apiVersion, instead }) => apiVersion === instead)).toEqual([]);
});

test("notes and operators' APIs are about components and minors that are known", () => {
  const named = [...COMPONENT_NOTES, ...CUSTOM_API_LIFECYCLES].map(({ component }) => component);
  expect(named.filter((name) => RELEASE_SUPPORT[name] === undefined)).toEqual([]);
  expect(Object.keys(KUBERNETES_NOTES).filter((minor) => EKS_CALENDAR[minor] === undefined)).toEqual([]);
});
