import { setTimeout } from "node:timers/promises";
import type { KubeObject } from "../../../charts/kube-object";
import type { Deviation } from "../../../charts/ledger";
import { findings } from "../../../charts/manifests";
import { STACKS, stackPlatform } from "../../infra/stack-platform";
import { describeWithTools } from "../../tools/describe-with-tools";
import { isUnchanged } from "../control-plane/api-client";
import { type ControlPlane, START_TIMEOUT_MILLISECONDS } from "../control-plane/control-plane";
import { stackControlPlane, toolsOf } from "./stack-cluster";
import { OTHER_WRITER, StackLedger } from "./stack-ledger";

const ledgers = STACKS.map((stack) => {
  const platform = stackPlatform(stack);
  return { stack, platform, ledger: new StackLedger(platform) };
});

/** A test for each entry; `test.each` refuses a stack that has none of a kind. */
function testEach(entries: readonly Deviation[], what: string, proof: (entry: Deviation) => void | Promise<void>) {
  for (const entry of entries) {
    test(`${entry.id}${what}`, async () => {
      await proof(entry);
    });
  }
}

describe.each(ledgers)("the ledger of $stack", ({ platform, ledger }) => {
  describe("seen by a check", () => {
    testEach(ledger.by("check"), "", (entry) => {
      const found = findings(platform, ledger.without(entry));
      const { without } = entry;
      if (without.by !== "check") throw new Error("filtered above");
      expect(found.map(({ check, message }) => ({ check, message }))).toContainEqual({
        check: without.check,
        message: expect.stringContaining(without.answer),
      });
    });
  });

  describeWithTools(toolsOf(platform), "seen by the API server", () => {
    let cluster: ControlPlane;

    beforeAll(async () => {
      cluster = await stackControlPlane(platform);
      for (const object of ledger.documented.filter(({ kind }) => kind === "Namespace")) {
        await cluster.api.apply(object);
      }
    }, START_TIMEOUT_MILLISECONDS);
    afterAll(() => cluster?.stop());

    testEach(ledger.by("api-server"), "", async (entry) => {
      await cluster.api.apply(ledger.completeObject(entry), { dryRun: true });
      const lacking = cluster.api.apply(ledger.lackingObject(entry), { dryRun: true });
      await expect(lacking).rejects.toThrow(entry.without.answer);
    });

    testEach(ledger.by("second-apply"), ": the second apply writes again", async (entry) => {
      expect(await isStable(ledger.lackingObject(entry))).toBe(false);
      expect(await isStable(ledger.completeObject(entry))).toBe(true);
    });

    /** Whether an object is as the first apply left it after a second one. */
    async function isStable(object: KubeObject): Promise<boolean> {
      const first = await cluster.api.apply(object);
      // Managed fields carry seconds: within one, a needless write can't be seen.
      await setTimeout(1100);
      const second = await cluster.api.apply(object);
      await cluster.api.delete(object);
      return isUnchanged(first, second);
    }

    testEach(ledger.by("second-writer"), ": another writer owns it by then", async (entry) => {
      const other = ledger.otherWriters(entry);
      const lacking = ledger.lackingObject(entry);
      await cluster.api.apply(lacking);
      await cluster.api.apply(other, { fieldManager: OTHER_WRITER, force: true });
      await expect(cluster.api.apply(lacking)).rejects.toThrow(entry.without.answer);
      // With the entry, the two get along.
      await cluster.api.delete(lacking);
      const complete = ledger.completeObject(entry);
      await cluster.api.apply(complete);
      await cluster.api.apply(other, { fieldManager: OTHER_WRITER, force: true });
      await cluster.api.apply(complete);
    });
  });

  test("with the whole ledger no check finds anything", () => {
    expect(findings(platform, ledger.complete)).toEqual([]);
  });
});

test("every entry of every stack is proven in one of these ways, and none of them is idle", () => {
  const proven = (["api-server", "second-writer", "second-apply", "check"] as const).map((who) =>
    ledgers.flatMap(({ ledger }) => ledger.by(who)),
  );
  expect(proven.filter((entries) => entries.length === 0)).toEqual([]);
  expect(proven.flat().length).toBe(ledgers.reduce((sum, { ledger }) => sum + ledger.entries.length, 0));
});
