import { type KubeObject, referenceOf, referenceText, valueAt } from "../../../charts/kube-object";
import { prodPlatform } from "../../infra/prod-platform";
import { describeWithTools } from "../../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER } from "../../tools/tools";
import { isUnchanged, type LiveObject } from "../control-plane/api-client";
import { ApiRefusal } from "../control-plane/api-refusal";
import { type ControlPlane, START_TIMEOUT_MILLISECONDS } from "../control-plane/control-plane";
import { admitPodOf, isWorkload } from "../control-plane/pod-admission";
import { controlPlaneWithDefinitions, deployableObjects } from "./prod-cluster";

/** Levels of the Pod Security Standards, the strictest first. */
const LEVELS = ["restricted", "baseline", "privileged"];
const ENFORCE = "pod-security.kubernetes.io/enforce";

const objects = deployableObjects(prodPlatform());
const keyOf = (object: KubeObject) => referenceText(referenceOf(object));
const workloads = objects.filter(isWorkload);

describeWithTools([ETCD, KUBE_APISERVER], "what is deployed to prod, on kube-apiserver 1.29", () => {
  let cluster: ControlPlane;
  const admitted = new Map<string, LiveObject>();
  const refused: string[] = [];

  beforeAll(async () => {
    cluster = await controlPlaneWithDefinitions();
    for (const object of objects) {
      try {
        admitted.set(keyOf(object), await cluster.api.apply(object));
      } catch (error) {
        refused.push(`${keyOf(object)}: ${(error as Error).message}`);
      }
    }
    process.stderr.write(`Admitted: ${admitted.size} of ${objects.length} objects of prod\n`);
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => cluster?.stop());

  test("is admitted, object by object in the declared order, with unknown fields refused", () => {
    expect(refused).toEqual([]);
    expect(admitted.size).toBe(objects.length);
    expect(objects.length).toBeGreaterThan(100);
  });

  test("raises no warning", () => {
    expect(cluster.api.warnings).toEqual([]);
  });

  test("applied again changes nothing", async () => {
    const changed: string[] = [];
    for (const object of objects) {
      const first = admitted.get(keyOf(object));
      const second = await cluster.api.apply(object);
      if (first === undefined || !isUnchanged(first, second)) changed.push(keyOf(object));
    }
    expect(changed).toEqual([]);
  });

  test.each(workloads.map((workload) => [keyOf(workload), workload] as const))(
    "the pods of %s are admitted",
    async (_, workload) => {
      await admitPodOf(cluster.api, workload);
    },
  );

  test("namespaces with pods of ours enforce the strictest level that these pods meet, where no add-on needs more", async () => {
    const looser: string[] = [];
    for (const namespace of new Set(workloads.map(({ metadata }) => metadata.namespace))) {
      const object = objects.find(({ kind, metadata }) => kind === "Namespace" && metadata.name === namespace);
      const level = String(valueAt(object, ["metadata", "labels", ENFORCE]));
      const stricter = LEVELS[LEVELS.indexOf(level) - 1];
      if (object === undefined || stricter === undefined) continue;
      const refusals = await refusalsAt(
        object,
        stricter,
        workloads.filter(({ metadata }) => metadata.namespace === namespace),
      );
      if (refusals === 0 && !LOOSER_FOR_OTHERS.has(String(namespace))) looser.push(`${namespace} could be ${stricter}`);
    }
    expect(looser).toEqual([]);
  });

  /** How many of the workloads' pods a level refuses: the namespace is given the level, and then its own again. */
  async function refusalsAt(namespace: KubeObject, level: string, ofNamespace: readonly KubeObject[]): Promise<number> {
    const labels = { ...namespace.metadata.labels, [ENFORCE]: level };
    await cluster.api.apply({ ...namespace, metadata: { ...namespace.metadata, labels } });
    try {
      let count = 0;
      for (const workload of ofNamespace) {
        try {
          await admitPodOf(cluster.api, workload);
        } catch (error) {
          if (!(error instanceof ApiRefusal)) throw error;
          expect(error.message).toContain("violates PodSecurity");
          count++;
        }
      }
      return count;
    } finally {
      await cluster.api.apply(namespace);
    }
  }
});

/** Namespaces whose level pods that the charts don't render need: Strimzi's, which its operator makes. */
const LOOSER_FOR_OTHERS: ReadonlySet<string> = new Set(["kafka-prod"]);
