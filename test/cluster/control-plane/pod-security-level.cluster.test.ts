import type { KubeObject } from "../../../charts/kube-object";
import { describeWithTools } from "../../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER } from "../../tools/tools";
import { type ControlPlane, START_TIMEOUT_MILLISECONDS, startControlPlane } from "./control-plane";
import { admitPodOf } from "./pod-admission";
import { ENFORCE, enforceLevel, LEVELS, type Level } from "./pod-security-level";

const SHOP: KubeObject = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "shop", labels: { team: "shop", [ENFORCE]: "baseline" } },
};

/** A Job whose pod says nothing of who it is: `restricted` refuses it. */
const PLAIN: KubeObject = {
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: { name: "till", namespace: "shop" },
  spec: { template: { spec: { restartPolicy: "Never", containers: [{ name: "till", image: "till" }] } } },
};

/** One that sees its node's processes: `baseline` refuses it, too. */
const CURIOUS: KubeObject = {
  ...PLAIN,
  spec: {
    template: { spec: { hostPID: true, restartPolicy: "Never", containers: [{ name: "till", image: "till" }] } },
  },
};

describeWithTools([ETCD, KUBE_APISERVER], "the level of a namespace", () => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.api.apply(SHOP);
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => plane?.stop());

  const admits = (workload: KubeObject) =>
    admitPodOf(plane.api, workload).then(
      () => true,
      () => false,
    );

  // There and back, several times: what is only true a moment later would be seen.
  test.each<readonly [Level, boolean, boolean]>(
    [...LEVELS, ...LEVELS.toReversed(), ...LEVELS].map(
      (level) => [level, level !== "restricted", level === "privileged"] as const,
    ),
  )("%s holds at once: a plain pod is admitted: %p, a curious one: %p", async (level, plain, curious) => {
    await enforceLevel(plane.api, SHOP, level);
    expect([await admits(PLAIN), await admits(CURIOUS)]).toEqual([plain, curious]);
    expect((await plane.api.get(SHOP))?.metadata.labels).toMatchObject({ team: "shop", [ENFORCE]: level });
  });
});
