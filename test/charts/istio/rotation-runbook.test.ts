import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CA_SECRET, CA_SECRET_KEYS, SELF_SIGNED_CA_SECRET } from "../../../config/reference/istio";
import { CA_RUNBOOK } from "../../../infra/istio/ca-secret-step";
import { prodPlatform } from "../../infra/prod-platform";

const RUNBOOK = readFileSync(resolve(__dirname, `../../../docs/runbooks/prod/${CA_RUNBOOK.id}.md`), "utf8");
const { istio } = prodPlatform();

/** Everything that a pattern's group finds in the runbook, once each. */
const found = (pattern: RegExp) => [...new Set([...RUNBOOK.matchAll(pattern)].map(([, group]) => group))].sort();

describe("the rotation runbook", () => {
  it("works on the mesh's namespace", () => {
    expect(found(/-n ([a-z-]+) /g)).toEqual([istio.namespace]);
  });

  it("writes the Secret that istiod reads, as the one who may", () => {
    expect(found(/create secret generic ([\w-]+)/g)).toEqual([CA_SECRET]);
    expect(found(/get secret ([\w-]+)/g)).toEqual([CA_SECRET, SELF_SIGNED_CA_SECRET]);
    expect(found(/--field-manager=([\w-]+)/g)).toEqual([istio.caWriter]);
  });

  it("has the part that an installation without the Secret refers to, with its words", () => {
    const part = RUNBOOK.split(/^## /m).find((text) => text.startsWith(`${CA_RUNBOOK.section}\n`)) ?? "";
    expect(part).toContain(`"Secret ${CA_SECRET} in namespace ${istio.namespace} has no ${CA_SECRET_KEYS[0]}, ..."`);
    expect(part.match(/`pulumi up`/g)).toHaveLength(3);
  });

  it("has the keys that istiod reads, all of them in one write", () => {
    expect(found(/--from-file=([\w.-]+)/g)).toEqual(["ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"]);
  });

  it("says how long sidecars take: their certificate's life less the grace period", () => {
    const { workloadTtl, minGracePeriod } = istio.certificates;
    expect([workloadTtl.hours, minGracePeriod.hours]).toEqual([24, 2]);
    expect(RUNBOOK).toContain("22 hours after it was issued at the latest");
  });

  it("has signed what can sign, for the documented six months, and nothing by the path for leaves", () => {
    expect(found(/vault write -format=json (\S+)/g)).toEqual(["pki_int/root/sign-intermediate"]);
    const days = (Date.parse("2026-04-01T10:30:00Z") - Date.parse("2025-10-03T10:30:00Z")) / 86_400_000;
    expect(found(/ttl=(\d+)h/g)).toEqual([String(days * 24)]);
  });
});
