import type { ResourceEvidence } from "../../../compliance/control";
import { resourcePiece } from "../../../compliance/evidence/resources";
import { resource } from "../../policies/estate-fixture";

const KEY = "aws:kms/key:Key";
const SOURCES = {
  resources: [
    resource(KEY, "keys-data", { enableKeyRotation: true, deletionWindowInDays: 30 }),
    resource(KEY, "keys-logs", { enableKeyRotation: true }),
    resource("aws:ec2/vpc:Vpc", "network", {}),
    resource("aws:ec2/vpc:Vpc", "network", {}),
  ],
  manifests: [{ apiVersion: "v1", kind: "Namespace", metadata: { name: "team" }, spec: { level: "baseline" } }],
};

const look = (wanted: ResourceEvidence) => resourcePiece(wanted, SOURCES);

describe("a resource", () => {
  it("shows what is there by its name alone", () => {
    expect(look({ plan: `${KEY} keys-*` })).toEqual({
      outcome: "shown",
      subjects: [`${KEY} keys-data`, `${KEY} keys-logs`],
      says: "is there",
    });
  });

  it("shows a value that every one of the name has", () => {
    expect(look({ plan: `${KEY} keys-* > enableKeyRotation`, value: true })).toEqual({
      outcome: "shown",
      subjects: [`${KEY} keys-data`, `${KEY} keys-logs`],
      says: "enableKeyRotation is true",
    });
  });

  it("may be an object of the manifests", () => {
    expect(look({ manifest: "Namespace team > spec.level", value: "baseline" })).toEqual({
      outcome: "shown",
      subjects: ["Namespace team"],
      says: 'spec.level is "baseline"',
    });
  });

  it.each<[string, ResourceEvidence, string]>([
    ["isn't there", { plan: `${KEY} keys-secrets` }, `nothing is at ${KEY} keys-secrets`],
    ["is only in the plan", { manifest: `${KEY} keys-data` }, `nothing is at ${KEY} keys-data`],
    [
      "has another value",
      { plan: `${KEY} keys-data > deletionWindowInDays`, value: 7 },
      `deletionWindowInDays is 30, not 7: ${KEY} keys-data`,
    ],
    [
      "stands beside one without the value",
      { plan: `${KEY} keys-* > deletionWindowInDays`, value: 30 },
      `deletionWindowInDays is not there, not 30: ${KEY} keys-logs`,
    ],
    [
      "is one of two of a name",
      { plan: "aws:ec2/vpc:Vpc network" },
      "aws:ec2/vpc:Vpc network names 2 of them; a list needs a * in it",
    ],
  ])("shows nothing where it %s", (_what, wanted, message) => {
    expect(look(wanted)).toEqual({ outcome: "missing", message });
  });
});
