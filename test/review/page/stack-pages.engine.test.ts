import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KubeObject } from "../../../charts/kube-object";
import { manifestsIn } from "../../../policies/manifests";
import type { PlannedResource } from "../../../policies/resource";
import { reviewPage } from "../../../review/page/review-page";
import { plan, planPath } from "../../../sandbox/commands/plan";
import { REPOSITORY } from "../../../sandbox/vantage-project";
import { recordingTerminal } from "../../sandbox/engine/recording-terminal";
import { PROD, type ProdCopy, prodCopy } from "../../sandbox/prod/prod-copy";

jest.setTimeout(300_000);

/** The most that the page of a stack may weigh, in bytes. */
const MOST_BYTES = 2 * 2 ** 20;

/** What is drawn of a stack, as markup. */
type Drawn = readonly (readonly [what: string, markup: string])[];

const DRAWN_OF_PROD: Drawn = [
  ["the region", '<text class="box-title" x="14" y="22">us-east-1</text>'],
  ["a zone", ">us-east-1c</text>"],
  ["a managed pool with its sizes", "<title>worker-general-v5: 18 nodes (12 to 40) · m6i.4xlarge · on demand</title>"],
  ["a self-managed pool", "<title>prod-us-east-1-worker-kafka-v2: 5 nodes · i3en.2xlarge · self-managed</title>"],
  [
    "a pool of Karpenter",
    "<title>memory-optimized: Karpenter · r6i, r7i · on demand · up to 200 cores, 1600Gi</title>",
  ],
  ["what a network policy admits", "<title>api-gateway calls redis-prod/redis-prod-sessions, port 6379</title>"],
  ["Connect's cluster", "<title>kafka-prod/connect-prod calls kafka-prod/kafka-prod, port 9093</title>"],
  ["Connect's bucket", "<title>kafka-prod/connect-prod calls Amazon S3/vantage-data-lake</title>"],
  [
    "Connect's database",
    "<title>kafka-prod/connect-prod calls Databases/postgresql orders-prod-primary, port 5432</title>",
  ],
  ["a backup's bucket", "<title>redis-prod/redis-prod-main-backup calls Amazon S3/vantage-backups</title>"],
  ["the way in", "<title>Internet calls ingress-nginx/ingress-nginx</title>"],
  ["the mesh's gateway", "<title>Connected networks calls istio-system/istio-ingressgateway</title>"],
  ["what is watched", "<title>monitoring/prometheus watches redis-prod/redis-prod-main, port 9121</title>"],
  ["the interruption queue", "<title>karpenter/karpenter calls Amazon SQS/karpenter-interruption-prod</title>"],
];

const DRAWN_OF_LAB: Drawn = [
  ["the region", '<text class="box-title" x="14" y="22">eu-central-1</text>'],
  ["a zone", ">eu-central-1c</text>"],
  ["the node group with its sizes", "<title>sre-training-nodes: 3 nodes (3 to 6) · m6i.xlarge · on demand</title>"],
  ["the control plane", "<title>sre-training-cluster: EKS control plane · Kubernetes 1.35 · private endpoint</title>"],
  ["Grafana's datasource", "<title>monitoring/grafana calls monitoring/prometheus, port 9090</title>"],
  ["where alerts go", "<title>monitoring/prometheus calls monitoring/alertmanager, port 9093</title>"],
  ["what is watched", "<title>monitoring/prometheus watches sre-shop</title>"],
  ["what a network policy admits", "<title>sre-shop/traffic-generator calls sre-shop/backend, port 8080</title>"],
  [
    "where blocks go",
    "<title>monitoring/prometheus calls Amazon S3/vantage-sre-lab-prometheus-long-term-storage</title>",
  ],
  ["a backup's bucket", "<title>cluster-backup/cluster-backup calls Amazon S3/vantage-sre-lab-k8s-backups</title>"],
];

describe.each([
  [PROD, DRAWN_OF_PROD],
  ["sre-lab", DRAWN_OF_LAB],
])("the page of %s", (stack, drawn) => {
  let copy: ProdCopy;
  let resources: readonly PlannedResource[];
  let objects: readonly KubeObject[];
  beforeAll(async () => {
    copy = prodCopy(stack);
    const { policyPack: _, ...project } = copy;
    expect(await plan(project, stack, recordingTerminal())).toBe(0);
    resources = JSON.parse(readFileSync(planPath(project, stack), "utf8")).resources;
    objects = manifestsIn(join(REPOSITORY, "manifests", stack));
  });
  afterAll(() => copy.remove());
  const page = () => reviewPage({ stack, resources, objects });

  test("is small enough to send, and the same each time", () => {
    expect(Buffer.byteLength(page())).toBeLessThan(MOST_BYTES);
    expect(page()).toBe(page());
  });

  test("lists every object of the manifests", () => {
    const listed = new Set([...page().matchAll(/<span class="thing-name">([^<]+)<\/span>/g)].map(([, name]) => name));
    const missing = objects.filter(({ kind, metadata: { name, namespace } }) => {
      const end = `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
      return ![...listed].some((one) => one === end || one?.endsWith(`/${end}`));
    });
    expect(missing).toEqual([]);
  });

  test.each(drawn)("draws %s", (_what, markup) => expect(page()).toContain(markup));
});
