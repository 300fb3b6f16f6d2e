import { referenceOf, referenceText } from "../../../charts/kube-object";
import { applyLedger } from "../../../charts/ledger";
import { isUnchanged, type LiveObject } from "../../cluster/control-plane/api-client";
import {
  type ControlPlane,
  START_TIMEOUT_MILLISECONDS,
  startControlPlane,
} from "../../cluster/control-plane/control-plane";
import { admitPodOf, isWorkload } from "../../cluster/control-plane/pod-admission";
import { describeWithTools } from "../../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER } from "../../tools/tools";
import { deployedLab, documentedLab, labLedger } from "./lab-fixture";

const objects = deployedLab();
const workloads = objects.filter(isWorkload);

describeWithTools([ETCD, KUBE_APISERVER], "the lab, on kube-apiserver 1.29", () => {
  let cluster: ControlPlane;
  const admitted = new Map<string, LiveObject>();

  beforeAll(async () => {
    cluster = await startControlPlane();
    for (const object of objects) {
      admitted.set(referenceText(referenceOf(object)), await cluster.api.apply(object));
      // The server itself writes a claim once more, whatever it says, and from then on leaves it.
      if (object.kind === "PersistentVolumeClaim") {
        admitted.set(referenceText(referenceOf(object)), await cluster.api.apply(object));
      }
    }
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => cluster?.stop());

  test("is admitted without a warning, under the level restricted", () => {
    expect(admitted.size).toBe(objects.length);
    expect(cluster.api.warnings).toEqual([]);
  });

  test("applied again changes nothing", async () => {
    const changed: string[] = [];
    for (const object of objects) {
      const name = referenceText(referenceOf(object));
      const first = admitted.get(name);
      const second = await cluster.api.apply(object);
      if (first === undefined || !isUnchanged(first, second)) changed.push(name);
    }
    expect(changed).toEqual([]);
  });

  test.each(workloads.map((workload) => [referenceText(referenceOf(workload)), workload] as const))(
    "the pods of %s are admitted",
    async (_, workload) => {
      await admitPodOf(cluster.api, workload);
    },
  );

  const byServer = labLedger().filter(({ without }) => without.by === "api-server");
  test.each(byServer.map((entry) => [entry.id, entry] as const))("without %s the server refuses", async (_, left) => {
    const others = labLedger().filter(({ id }) => id !== left.id);
    const lacking = applyLedger(documentedLab(), others).find(
      (object) => referenceText(referenceOf(object)) === referenceText(left.object),
    );
    if (lacking === undefined) throw new Error(`no ${referenceText(left.object)}`);
    // Another name: what is there already would lend its fields.
    const other = { ...lacking, metadata: { ...lacking.metadata, name: "other" } };
    await expect(cluster.api.apply(other, { dryRun: true })).rejects.toThrow(left.without.answer);
  });
});
