import { CHARTS } from "../../../config/reference/charts";
import {
  DEFAULT_TIMEOUT_SECONDS,
  type HelmReleaseArgs,
  helmRelease,
  MAX_HISTORY,
} from "../../../infra/add-ons/helm-release";
import { recordGraph } from "../recorded-graph";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const args: HelmReleaseArgs<{ replicas: number }> = {
  chart: "cluster-autoscaler",
  release: "cluster-autoscaler",
  version: "9.34.1",
  namespace: "kube-system",
  values: { replicas: 2 },
};

async function inputs(change: Partial<typeof args> = {}) {
  const { graph } = await recordGraph(() => helmRelease("release", { ...args, ...change }, {}));
  return graph.find(RELEASE, "release").inputs;
}

test("waits, undoes a failure, and makes no namespace", async () => {
  expect(await inputs()).toMatchObject({
    name: "cluster-autoscaler",
    chart: "cluster-autoscaler",
    repositoryOpts: { repo: "https://kubernetes.github.io/autoscaler" },
    version: "9.34.1",
    namespace: "kube-system",
    createNamespace: false,
    values: { replicas: 2 },
    atomic: true,
    cleanupOnFail: true,
    skipAwait: false,
    skipCrds: false,
    timeout: DEFAULT_TIMEOUT_SECONDS,
    maxHistory: MAX_HISTORY,
  });
});

test("an OCI chart has no repository beside it", async () => {
  const registeredInputs = await inputs({ chart: "karpenter", version: "0.37.0" });
  expect(registeredInputs.chart).toBe("oci://public.ecr.aws/karpenter/karpenter");
  expect(registeredInputs.repositoryOpts).toBeUndefined();
  expect(CHARTS.karpenter.location.repository).toBeUndefined();
});

test("limits are the caller's where given", async () => {
  expect(await inputs({ timeoutSeconds: 60, skipCrds: true })).toMatchObject({ timeout: 60, skipCrds: true });
});

test.each(["v1.16.5", "0.0.1", "1.2.3-rc.1"])("%s is an exact version", async (version) => {
  expect((await inputs({ version })).version).toBe(version);
});

test.each(["1.2", "^1.2.3", "1.x", ">=1.0.0", "latest", ""])('"%s" is refused with the way out', async (version) => {
  await expect(inputs({ version })).rejects.toThrow(
    `Helm release cluster-autoscaler: "${version}" is no exact chart version. Write major.minor.patch`,
  );
});
