import { operate } from "../../sandbox/commands/operate";
import { plan } from "../../sandbox/commands/plan";
import { recordingTerminal } from "../sandbox/engine/recording-terminal";
import { PROD, type ProdCopy, prodCopy } from "../sandbox/prod/prod-copy";

jest.setTimeout(300_000);

let prod: ProdCopy;
beforeEach(() => {
  prod = prodCopy();
});
afterEach(() => prod.remove());

/** What was said, as one text. */
async function run(work: (terminal: ReturnType<typeof recordingTerminal>) => Promise<number>) {
  const terminal = recordingTerminal();
  return { code: await work(terminal), text: terminal.lines.join("\n") };
}

describe("the policy pack in the engine", () => {
  test("passes prod, and says what it could not judge yet", async () => {
    const { code, text } = await run((terminal) => plan(prod, PROD, terminal));
    expect(text).not.toMatch(/^error:/m);
    expect(text.match(/^warning: .*/gm)).toEqual([
      'warning: pulumi:pulumi:Stack "vantage-prod": policy not-evaluated: What rules need to know only the cloud will tell: an update judges it before it makes the resource.',
    ]);
    expect(text).toMatch(/^ +iam-trust-service-account: .*aws:iam\/role:Role karpenter-controller-role-role/m);
    expect(code).toBe(0);
  });

  test("stops an update before anything is made, with the rule's words about an AWS resource", async () => {
    prod.edit("prefix: redis/, expiration: 30d", "prefix: redis/, expiration: 10d");
    const { code, text } = await run((terminal) => operate("up", prod, PROD, terminal));
    expect(text).toContain(
      'error: aws:s3/bucket:Bucket "storage-vantage-backups-bucket": policy s3-retention: A rule that deletes too early',
    );
    expect(text).toContain(
      "aws:s3/bucket:Bucket storage-vantage-backups-bucket: bucket: storage-vantage-backups-lifecycle: rule s3-redis-backup-lifecycle expires objects after 10d; they were promised to be kept 30d",
    );
    expect(text).toContain("Mend: Make the rules of the bucket's lifecycle say what vantage:policies.retention says");
    expect(text).toContain("Nothing is changed: the preview of up failed.");
    expect(code).toBe(1);
    expect(prod.objects()).toEqual([]);
  });

  test("judges Kubernetes objects as well, before their cluster exists", async () => {
    prod.edit("permissive: [legacy-integrations, vendor-webhooks]", "permissive: [vendor-webhooks]");
    const { code, text } = await run((terminal) => plan(prod, PROD, terminal));
    expect(text).toContain("policy istio-plaintext-allowances: ");
    expect(code).toBe(1);
  });
});
