import { CHECKS } from "../../../charts/checks/all";
import type { ManifestCheck } from "../../../charts/checks/check";

const checks: readonly (readonly [string, ManifestCheck])[] = Object.entries(CHECKS);

/** Texts that more than one check has, each with the names of those checks. */
function shared(field: "title" | "remediation", among = checks): readonly (readonly [string, readonly string[]])[] {
  const texts = [...new Set(among.map(([, check]) => check[field]))];
  return texts
    .map((text) => [text, among.filter(([, check]) => check[field] === text).map(([name]) => name)] as const)
    .filter(([, names]) => names.length > 1);
}

describe.each(checks)("check %s describes itself", (_, { title, why, remediation, link }) => {
  it("has a title of one line without a full stop", () => {
    expect(title).toMatch(/^[^\n]{20,140}$/);
    expect(title).not.toMatch(/\.$/);
  });

  it("says why, and what to do, in sentences", () => {
    // A setting may come first, as it is spelt: "istioctl refuses ...".
    expect(why).toMatch(/^\S.*\.$/);
    expect(remediation).toMatch(/^[A-Z].*\.$/);
  });

  it("links to a page that a browser opens", () => {
    expect(new URL(link)).toMatchObject({ protocol: "https:", username: "", port: "" });
  });
});

describe("no two checks", () => {
  it.each(["title", "remediation"] as const)("share a %s", (field) => {
    expect(shared(field)).toEqual([]);
  });

  it("would share one unseen", () => {
    const twins: typeof checks = [...checks, ["twin", CHECKS["kafka-jmx"]]];
    expect(shared("title", twins)).toEqual([[CHECKS["kafka-jmx"].title, ["kafka-jmx", "twin"]]]);
  });
});
