import * as pulumi from "@pulumi/pulumi";
import { Keys } from "../../../infra/encryption/keys";
import { policyCharacters } from "../../../infra/identity/policy-size";
import { identityPolicy, StorageIdentities } from "../../../infra/storage/identities";
import { prodPlatform, prodWith } from "../prod-platform";
import { recordGraph, resolved } from "../recorded-graph";

const platform = prodPlatform();
const identities = Object.entries(platform.storage.identities);
const HOST = "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";

/** Statements that may name every resource, and why. */
const ON_EVERYTHING: Readonly<Record<string, string>> = {
  DescribeVolumesAndSnapshots: "EC2 can't limit its Describe actions to resources",
};

describe("identityPolicy", () => {
  it.each(identities)("%s: no action is a wildcard, and no resource but the named exceptions", (name, identity) => {
    const { Statement } = identityPolicy(platform, name, identity);
    expect(Statement.flatMap(({ Action }) => Action).filter((action) => /(^|:)\*$/.test(action))).toEqual([]);
    const onEverything = Statement.filter(({ Resource }) => Resource.includes("*")).map(({ Sid }) => Sid);
    expect(onEverything.filter((sid) => !(sid in ON_EVERYTHING))).toEqual([]);
  });

  it.each(identities)("%s: names its own bucket only", (name, identity) => {
    const others = Object.keys(platform.storage.buckets).filter((bucket) => bucket !== identity.bucket);
    const json = JSON.stringify(identityPolicy(platform, name, identity));
    expect(json).toContain(`:::${identity.bucket}`);
    expect(others.filter((bucket) => json.includes(`:::${bucket}`))).toEqual([]);
  });

  it.each(identities)("%s: fits into a managed policy", (name, identity) => {
    expect(policyCharacters(identityPolicy(platform, name, identity))).toBeLessThanOrEqual(6_144);
  });

  it("gives EBS snapshots to velero and to nobody else", () => {
    const withSnapshots = identities.filter(([name, identity]) =>
      JSON.stringify(identityPolicy(platform, name, identity)).includes("ec2:CreateSnapshot"),
    );
    expect(withSnapshots.map(([name]) => name)).toEqual(["velero"]);
  });

  it("names nothing of the commercial partition in GovCloud", () => {
    const gov = prodWith((input) => {
      input.aws.region = "us-gov-west-1";
    });
    for (const [name, identity] of Object.entries(gov.storage.identities)) {
      expect(JSON.stringify(identityPolicy(gov, name, identity))).not.toMatch(/arn:aws:|us-east-1\.amazonaws/);
    }
  });

  it("refuses an identity of a bucket that isn't there", () => {
    const [[, identity] = []] = identities;
    if (identity === undefined) {
      throw new Error("the stack file has no identity");
    }
    expect(() => identityPolicy(platform, "reader", { ...identity, bucket: "vantage-backup" })).toThrow(
      /^vantage:storage\.identities\.reader\.bucket: there is no bucket "vantage-backup" .*the buckets are vantage-analytics, vantage-backups,/,
    );
  });
});

describe("StorageIdentities", () => {
  const build = () =>
    recordGraph(() => {
      const oidc = { arn: pulumi.output(`arn:aws:iam::123456789012:oidc-provider/${HOST}`), host: pulumi.output(HOST) };
      return new StorageIdentities("identities", { platform, oidc, keys: new Keys("keys", { platform }) });
    });

  it("gives each workload a role that only its service account may assume", async () => {
    const { graph, result } = await build();
    const subjects = identities.map(([name]) => {
      const trust = graph.policy("aws:iam/role:Role", `identities-${name}-role`, "assumeRolePolicy") as {
        Statement: { Condition: { StringEquals: Record<string, string> } }[];
      };
      return [name, trust.Statement[0]?.Condition.StringEquals[`${HOST}:sub`]];
    });
    expect(subjects).toEqual([
      ["analytics", "system:serviceaccount:analytics-prod:analytics-batch-processor"],
      ["kafka-connect", "system:serviceaccount:kafka-prod:connect-prod-connect"],
      ["redis-backup", "system:serviceaccount:redis-prod:redis-backup"],
      ["velero", "system:serviceaccount:velero:velero"],
      ["wal-g", "system:serviceaccount:user-profile-prod:user-profile-db"],
    ]);
    const velero = result.roleArns.velero;
    expect(velero && (await resolved(velero))).toBe("arn:aws:iam::123456789012:role/prod-us-east-1-velero");
  });

  it("registers the policy that configuration gives", async () => {
    const { graph } = await build();
    for (const [name, identity] of identities) {
      expect(graph.policy("aws:iam/policy:Policy", `identities-${name}-policy`)).toEqual(
        identityPolicy(platform, name, identity),
      );
    }
  });
});
