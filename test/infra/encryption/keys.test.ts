import { KEY_POLICIES } from "../../../infra/encryption/key-policies";
import { Keys } from "../../../infra/encryption/keys";
import { policyJson } from "../../../infra/identity/policy-document";
import { prodPlatform, prodWith } from "../prod-platform";
import { recordGraph, resolved } from "../recorded-graph";

const [KEY, ALIAS] = ["aws:kms/key:Key", "aws:kms/alias:Alias"];

describe("Keys", () => {
  const platform = prodPlatform();
  const build = () => recordGraph(() => new Keys("keys", { platform }));

  it("registers three keys with rotation and the longest deletion window, in one Region", async () => {
    const { graph } = await build();
    expect(Object.keys(graph.ofType(KEY))).toEqual(["keys-secrets", "keys-data", "keys-logs"]);
    expect(graph.find(KEY, "keys-data").inputs).toEqual({
      description: "prod-us-east-1: EBS volumes of nodes and pods, and objects in buckets",
      policy: policyJson(KEY_POLICIES.data(platform)),
      enableKeyRotation: true,
      multiRegion: false,
      deletionWindowInDays: 30,
      tags: { Name: "prod-us-east-1/data" },
    });
    for (const key of Object.values(graph.ofType(KEY))) {
      expect(key).toMatchObject({ enableKeyRotation: true, multiRegion: false, deletionWindowInDays: 30 });
    }
  });

  it("gives each its own policy", async () => {
    const { graph } = await build();
    expect(graph.policy(KEY, "keys-secrets")).toEqual(KEY_POLICIES.secrets(platform));
    expect(graph.policy(KEY, "keys-logs")).toEqual(KEY_POLICIES.logs(platform));
  });

  it("gives each the alias that identities name it by", async () => {
    const { graph } = await build();
    expect(Object.values(graph.ofType(ALIAS)).map(({ name }) => name)).toEqual([
      "alias/prod-us-east-1/secrets",
      "alias/prod-us-east-1/data",
      "alias/prod-us-east-1/logs",
    ]);
  });

  it("protects them where the stack protects data, and nowhere else", async () => {
    const protectedKeys = async (protectData: boolean) => {
      const other = prodWith((input) => {
        input.platform.protectData = protectData;
      });
      const { graph } = await recordGraph(() => new Keys("keys", { platform: other }));
      return Object.keys(graph.ofType(KEY)).map((name) => graph.find(KEY, name).protect);
    };
    expect(await protectedKeys(true)).toEqual([true, true, true]);
    expect(await protectedKeys(false)).toEqual([false, false, false]);
  });

  it("hands out their ARNs", async () => {
    const { result } = await build();
    const arns = [result.secretsKeyArn, result.dataKeyArn, result.logsKeyArn];
    expect(await Promise.all(arns.map(resolved))).toEqual(["keys-secrets-arn", "keys-data-arn", "keys-logs-arn"]);
  });
});
