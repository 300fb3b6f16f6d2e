import { identityPrefixes, PREFIX_CHARACTERS, prefixCharacters } from "../../../config/checks/identity-policies";
import { policyCharacters } from "../../../infra/identity/policy-size";
import { identityPolicy } from "../../../infra/storage/identities";
import type { ProdInput } from "../../infra/prod-platform";
import { prodWith } from "../../infra/prod-platform";
import { entry, findingsAfter } from "./prod-findings";

const BUCKET = "b".repeat(63);

/** Prefixes of 20 characters, as many as fit, and one of them. */
const most = Math.floor(PREFIX_CHARACTERS / prefixCharacters(BUCKET, ["p".repeat(20)]));
const prefixes = (count: number) => Array.from({ length: count }, (_, index) => `${String(index).padStart(19, "p")}/`);

const velero = (count: number) => (input: ProdInput) => {
  const { storage, aws, cluster } = input;
  aws.region = "us-gov-west-1";
  cluster.name = "c".repeat(41);
  storage.buckets[BUCKET] = { purpose: "backups", encryption: "kms" };
  Object.assign(entry(storage.identities, "velero"), { bucket: BUCKET, prefixes: prefixes(count) });
};

describe("prefixes of an identity", () => {
  it("of prod fit into a policy", () => {
    expect(findingsAfter(identityPrefixes)).toEqual([]);
  });

  it("are counted twice, with the bucket once", () => {
    expect(prefixCharacters("bucket", ["a/", "bc/"])).toBe(29 + 6 + 2 * 2 + 29 + 6 + 2 * 3);
  });

  it("that take too much room are refused", () => {
    expect(findingsAfter(identityPrefixes, velero(most))).toEqual([]);
    expect(findingsAfter(identityPrefixes, velero(most + 1))).toMatchObject([
      { path: ["storage", "identities", "velero", "prefixes"], given: expect.stringMatching(`^${most + 1} prefixes`) },
    ]);
  });

  it("that are allowed fit beside all that the largest policy says, with the longest names and partition", () => {
    const characters = (count: number) => {
      const platform = prodWith(velero(count));
      return policyCharacters(identityPolicy(platform, "velero", entry(platform.storage.identities, "velero")));
    };
    expect(characters(most)).toBeLessThanOrEqual(6_144);
    expect(characters(most) - characters(most - 1)).toBe(prefixCharacters(BUCKET, prefixes(1)));
  });
});
