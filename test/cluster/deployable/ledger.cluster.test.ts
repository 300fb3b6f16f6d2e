import { setTimeout } from "node:timers/promises";
import { deviations } from "../../../charts/deviations";
import { type KubeObject, referenceOf, referenceText } from "../../../charts/kube-object";
import { applyLedger, type Deviation } from "../../../charts/ledger";
import { findings } from "../../../charts/manifests";
import { documentedRendering } from "../../../charts/synthesize";
import { prodPlatform } from "../../infra/prod-platform";
import { describeWithTools } from "../../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER } from "../../tools/tools";
import { isUnchanged } from "../control-plane/api-client";
import { type ControlPlane, START_TIMEOUT_MILLISECONDS } from "../control-plane/control-plane";
import { controlPlaneWithDefinitions } from "./prod-cluster";

const prod = prodPlatform();
const documented = documentedRendering(prod).flatMap(({ objects }) => objects);
const ledger = deviations(prod);

/** Everything with every change of the ledger but one. */
const withoutEntry = (left: Deviation) =>
  applyLedger(
    documented,
    ledger.filter((entry) => entry !== left),
  );

/** The object that an entry changes, as one of these. */
function objectOf(entry: Deviation, objects: readonly KubeObject[]): KubeObject {
  const found = objects.find((object) => referenceText(referenceOf(object)) === referenceText(entry.object));
  if (found === undefined) throw new Error(`no ${referenceText(entry.object)}`);
  return found;
}

const by = (who: Deviation["without"]["by"]) =>
  ledger.filter(({ without }) => without.by === who).map((entry) => [entry.id, entry] as const);

describe("ledger: seen by a check", () => {
  test.each(by("check"))("%s", (_, entry) => {
    const found = findings(prod, withoutEntry(entry));
    const { without } = entry;
    if (without.by !== "check") throw new Error("filtered above");
    expect(found.map(({ check, message }) => ({ check, message }))).toContainEqual({
      check: without.check,
      message: expect.stringContaining(without.answer),
    });
  });
});

describeWithTools([ETCD, KUBE_APISERVER], "ledger: seen by the API server", () => {
  let cluster: ControlPlane;

  beforeAll(async () => {
    cluster = await controlPlaneWithDefinitions();
    for (const object of documented.filter(({ kind }) => kind === "Namespace")) await cluster.api.apply(object);
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => cluster?.stop());

  test.each(by("api-server"))("%s", async (_, entry) => {
    const complete = objectOf(entry, applyLedger(documented, ledger));
    const lacking = objectOf(entry, withoutEntry(entry));
    await cluster.api.apply(complete, { dryRun: true });
    await expect(cluster.api.apply(lacking, { dryRun: true })).rejects.toThrow(entry.without.answer);
  });

  test.each(by("second-apply"))("%s: the second apply writes again", async (_, entry) => {
    expect(await isStable(objectOf(entry, withoutEntry(entry)))).toBe(false);
    expect(await isStable(objectOf(entry, applyLedger(documented, ledger)))).toBe(true);
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

  test.each(by("second-writer"))("%s: another writer owns it by then", async (_, entry) => {
    const lacking = objectOf(entry, withoutEntry(entry));
    await cluster.api.apply(lacking);
    await cluster.api.apply(ownWriter(entry), { fieldManager: OTHER_WRITER, force: true });
    await expect(cluster.api.apply(lacking)).rejects.toThrow(entry.without.answer);
    // With the entry, the two get along.
    await cluster.api.delete(lacking);
    const complete = objectOf(entry, applyLedger(documented, ledger));
    await cluster.api.apply(complete);
    await cluster.api.apply(ownWriter(entry), { fieldManager: OTHER_WRITER, force: true });
    await cluster.api.apply(complete);
  });
});

test("with the whole ledger no check finds anything", () => {
  expect(findings(prod, applyLedger(documented, ledger))).toEqual([]);
});

test("each kind of proof is there", () => {
  const counts = [by("api-server"), by("second-writer"), by("second-apply"), by("check")].map(({ length }) => length);
  expect(counts.every((count) => count > 0)).toBe(true);
  expect(counts.reduce((sum, count) => sum + count)).toBe(ledger.length);
});

/** The controller that counts a Deployment's revisions. */
const OTHER_WRITER = "kube-controller-manager";

/** What the other writer sets: the entry's path, to a value of its own. */
function ownWriter({ object, path }: Deviation): KubeObject {
  const nested = path.reduceRight<unknown>((value, key) => ({ [key]: value }), "8") as { metadata?: object };
  const { group, kind, name, namespace } = object;
  const target = documented.find((one) => referenceText(referenceOf(one)) === referenceText(object));
  const metadata = { ...nested.metadata, name, ...(namespace === undefined ? {} : { namespace }) };
  return { ...nested, apiVersion: target?.apiVersion ?? group, kind, metadata };
}
