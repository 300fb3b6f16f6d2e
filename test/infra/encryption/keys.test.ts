import { KEY_POLICIES } from "../../../infra/encryption/key-policies";
import { Keys } from "../../../infra/encryption/keys";
import { policyJson } from "../../../infra/identity/policy-document";
import { prodPlatform, prodWith } from "../prod-platform";
import { registered, resolved } from "../registered-resources";

const [KEY, ALIAS] = ["aws:kms/key:Key", "aws:kms/alias:Alias"];

describe("Keys", () => {
  const platform = prodPlatform();
  const build = () => registered((opts) => new Keys("keys", { platform }, opts));

  it("registers three keys with rotation and the longest deletion window, in one Region", async () => {
    const { resources } = await build();
    expect(Object.keys(resources.ofType(KEY))).toEqual(["keys-secrets", "keys-data", "keys-logs"]);
    expect(resources.inputs(KEY, "keys-data")).toEqual({
      description: "prod-us-east-1: EBS volumes of nodes and pods, and objects in buckets",
      policy: policyJson(KEY_POLICIES.data(platform)),
      enableKeyRotation: true,
      multiRegion: false,
      deletionWindowInDays: 30,
      tags: { Name: "prod-us-east-1/data" },
    });
    for (const key of Object.values(resources.ofType(KEY))) {
      expect(key).toMatchObject({ enableKeyRotation: true, multiRegion: false, deletionWindowInDays: 30 });
    }
  });

  it("gives each its own policy", async () => {
    const { resources } = await build();
    expect(resources.policy(KEY, "keys-secrets")).toEqual(KEY_POLICIES.secrets(platform));
    expect(resources.policy(KEY, "keys-logs")).toEqual(KEY_POLICIES.logs(platform));
  });

  it("gives each the alias that identities name it by", async () => {
    const { resources } = await build();
    expect(Object.values(resources.ofType(ALIAS)).map(({ name }) => name)).toEqual([
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
      const { resources } = await registered((opts) => new Keys("keys", { platform: other }, opts));
      return Object.keys(resources.ofType(KEY)).map((name) => resources.options(KEY, name).protect);
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
