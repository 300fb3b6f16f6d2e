import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { documentedRendering } from "../../../charts/synthesize";
import { MONTHLY_SCRIPT } from "../../../charts/workloads/analytics-batch";
import { WORKLOADS } from "../../../charts/workloads/workloads";
import { prodPlatform } from "../../infra/prod-platform";

const objects = documentedRendering(prodPlatform(), [WORKLOADS]).flatMap((rendering) => rendering.objects);
const object = (kind: string, name: string): KubeObject => {
  const [found] = objects.filter((one) => one.kind === kind && one.metadata.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
};
const daily = object("CronJob", "analytics-batch-processor");
const monthly = object("CronJob", "analytics-batch-processor-monthly");
const podOf = (job: KubeObject) => valueAt(job, ["spec", "jobTemplate", "spec", "template", "spec"]);

describe("the analytics runs: document 002, sections 2, 7 and 12", () => {
  it("are due at 04:00 UTC, every day and on the first, of the three documented days the one that section 7 names", () => {
    expect([daily, monthly].map(({ spec }) => [valueAt(spec, ["schedule"]), valueAt(spec, ["timeZone"])])).toEqual([
      ["0 4 * * *", "Etc/UTC"],
      ["0 4 1 * *", "Etc/UTC"],
    ]);
  });

  it.each([
    ["daily", daily],
    ["monthly", monthly],
  ])("the %s one has the resources of 2025-10-03, in analytics-prod, on the memory pool", (_, job) => {
    expect(job.metadata.namespace).toBe("analytics-prod");
    expect(podOf(job)).toMatchObject({
      serviceAccountName: "analytics-batch-processor",
      automountServiceAccountToken: false,
      priorityClassName: "batch",
      nodeSelector: { "node.kubernetes.io/pool": "worker-memory-v3" },
      tolerations: [{ key: "dedicated", operator: "Equal", value: "memory-workloads", effect: "PreferNoSchedule" }],
      containers: [
        {
          name: "analytics-processor",
          resources: { requests: { cpu: "2", memory: "6Gi" }, limits: { cpu: "4", memory: "12Gi" } },
        },
      ],
    });
  });

  it("begin again from the start when they are killed, twice, and hold their node while they run", () => {
    expect(valueAt(monthly, ["spec", "jobTemplate", "spec"])).toMatchObject({
      backoffLimit: 2,
      activeDeadlineSeconds: 14_400,
      template: {
        metadata: {
          labels: { "sidecar.istio.io/inject": "false" },
          annotations: { "karpenter.sh/do-not-disrupt": "true" },
        },
        spec: { restartPolicy: "Never" },
      },
    });
  });

  it("write to the bucket as the account with the role", () => {
    expect(object("ServiceAccount", "analytics-batch-processor").metadata.annotations).toEqual({
      "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/prod-us-east-1-analytics",
    });
  });
});

describe("the monthly run", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "analytics-"));
    // Asked for the month, it is the real thing; asked to aggregate, it notes what it was asked.
    const python = `#!/bin/sh\nif [ "$1" = -c ]; then exec "$PYTHON" "$@"; fi\necho "$@" > ${folder}/asked\n`;
    writeFileSync(join(folder, "python3"), python);
    chmodSync(join(folder, "python3"), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is the documented command, for the month before this one", () => {
    const PYTHON = spawnSync("sh", ["-c", "command -v python3"], { encoding: "utf8" }).stdout.trim();
    const env = { PATH: `${folder}:${process.env.PATH}`, PYTHON };
    const lastMonth = () => {
      const now = new Date();
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1)).toISOString().slice(0, 7);
    };
    const before = lastMonth();
    const { status, stderr } = spawnSync("/bin/sh", ["-euc", MONTHLY_SCRIPT], { encoding: "utf8", env });
    expect([status, stderr]).toEqual([0, ""]);
    const expected = [before, lastMonth()].map((month) => `/app/aggregate.py --month ${month} --full\n`);
    expect(expected).toContain(readFileSync(join(folder, "asked"), "utf8"));
  });
});
