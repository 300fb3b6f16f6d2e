import { join } from "node:path";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { manifestsIn } from "../../../policies/manifests";
import { REPOSITORY } from "../../../sandbox/vantage-project";
import { STACKS, stackPlatform } from "../../infra/stack-platform";
import { describeWithTools } from "../../tools/describe-with-tools";
import { isUnchanged, type LiveObject } from "../control-plane/api-client";
import { ApiRefusal } from "../control-plane/api-refusal";
import { type ControlPlane, START_TIMEOUT_MILLISECONDS } from "../control-plane/control-plane";
import { admitPodOf, isWorkload } from "../control-plane/pod-admission";
import { ENFORCE, enforceLevel, LEVELS, type Level } from "../control-plane/pod-security-level";
import { applySettled, deployableObjects, nameOf, stackControlPlane, toolsOf } from "./stack-cluster";

describe.each(STACKS)("what is deployed to %s", (stack) => {
  const platform = stackPlatform(stack);
  const { version } = platform.cluster;
  const objects = deployableObjects(platform);
  const workloads = objects.filter(isWorkload);

  describeWithTools(toolsOf(platform), `on kube-apiserver ${version}`, () => {
    let cluster: ControlPlane;
    const admitted = new Map<string, LiveObject>();
    const refused: string[] = [];

    beforeAll(async () => {
      cluster = await stackControlPlane(platform);
      for (const object of objects) {
        try {
          admitted.set(nameOf(object), await applySettled(cluster.api, object));
        } catch (error) {
          refused.push(`${nameOf(object)}: ${(error as Error).message}`);
        }
      }
      process.stderr.write(
        `Admitted: ${admitted.size} of ${objects.length} objects of ${stack} by ${cluster.version}\n`,
      );
    }, START_TIMEOUT_MILLISECONDS);
    afterAll(() => cluster?.stop());

    test("the server is of the stack's version", () => {
      expect(cluster.version).toMatch(new RegExp(`^v${version.replace(".", "\\.")}\\.\\d+$`));
    });

    test("is admitted, object by object in the declared order, with unknown fields refused", () => {
      expect(refused).toEqual([]);
      // What is committed can't be empty, so neither is what was admitted.
      const committed = manifestsIn(join(REPOSITORY, "manifests", stack)).map(nameOf);
      expect([...admitted.keys()].sort()).toEqual(committed.sort());
    });

    test("raises no warning", () => {
      expect(cluster.api.warnings).toEqual([]);
    });

    test("applied again changes nothing", async () => {
      const changed: string[] = [];
      for (const object of objects) {
        const first = admitted.get(nameOf(object));
        const second = await cluster.api.apply(object);
        if (first === undefined || !isUnchanged(first, second)) changed.push(nameOf(object));
      }
      expect(changed).toEqual([]);
    });

    test.each(workloads.map((workload) => [nameOf(workload), workload] as const))(
      "the pods of %s are admitted",
      async (_, workload) => {
        await admitPodOf(cluster.api, workload);
      },
    );

    test("namespaces with pods of ours enforce the strictest level that these pods meet, where no add-on needs more", async () => {
      const looser: string[] = [];
      for (const namespace of new Set(workloads.map(({ metadata }) => metadata.namespace))) {
        const object = objects.find(({ kind, metadata }) => kind === "Namespace" && metadata.name === namespace);
        const level = valueAt(object, ["metadata", "labels", ENFORCE]) as Level;
        const stricter = LEVELS[LEVELS.indexOf(level) - 1];
        if (object === undefined || stricter === undefined) continue;
        const refusals = await refusalsAt(
          object,
          { level, stricter },
          workloads.filter(({ metadata }) => metadata.namespace === namespace),
        );
        if (refusals === 0 && !LOOSER_FOR_OTHERS.has(String(namespace))) {
          looser.push(`${namespace} could be ${stricter}`);
        }
      }
      expect(looser).toEqual([]);
    });

    /** How many of the workloads' pods a stricter level refuses: the namespace is given that, and then its own again. */
    async function refusalsAt(
      namespace: KubeObject,
      { level, stricter }: Readonly<Record<"level" | "stricter", Level>>,
      ofNamespace: readonly KubeObject[],
    ): Promise<number> {
      await enforceLevel(cluster.api, namespace, stricter);
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
        await enforceLevel(cluster.api, namespace, level);
      }
    }
  });
});

/** Namespaces whose level pods that the charts don't render need: Strimzi's, which its operator makes. */
const LOOSER_FOR_OTHERS: ReadonlySet<string> = new Set(["kafka-prod"]);
