import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KubeObject } from "../../../charts/kube-object";
import { valueAt } from "../../../charts/kube-object";
import { MAINTENANCE } from "../../../charts/maintenance/maintenance";
import { firstMoment, pruneScript } from "../../../charts/maintenance/prune-script";
import { documentedRendering } from "../../../charts/synthesize";
import { prodPlatform } from "../../infra/prod-platform";

const objects = documentedRendering(prodPlatform(), [MAINTENANCE]).flatMap((rendering) => rendering.objects);
const [pruner] = objects.filter(({ kind }) => kind === "DaemonSet") as [KubeObject];
const SUNDAY_5 = Date.UTC(2025, 9, 19, 5) / 1000;

describe("the image pruner", () => {
  const spec = valueAt(pruner, ["spec", "template", "spec"]);

  it("is on every node, in a namespace of its own, and lasts through drains of others", () => {
    expect(pruner.metadata).toMatchObject({ name: "image-pruner", namespace: "node-maintenance" });
    expect(spec).toMatchObject({ tolerations: [{ operator: "Exists" }], priorityClassName: "platform-service" });
    expect(valueAt(spec, ["nodeSelector"])).toBeUndefined();
  });

  it("sees containerd's socket and nothing else of the node", () => {
    expect(valueAt(spec, ["volumes"])).toEqual([
      { name: "containerd", hostPath: { path: "/run/containerd/containerd.sock", type: "Socket" } },
    ]);
    for (const key of ["hostPID", "hostNetwork", "hostIPC"]) expect(valueAt(spec, [key])).toBeUndefined();
    expect(valueAt(spec, ["containers", 0, "securityContext"])).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  it("begins on Sunday at 05:00 UTC, the nodes over six hours", () => {
    expect(valueAt(spec, ["containers", 0, "env"])).toEqual(
      expect.arrayContaining([
        { name: "FIRST_MOMENT", value: `${SUNDAY_5 % 604_800}` },
        { name: "SPREAD_SECONDS", value: "21600" },
      ]),
    );
  });
});

test.each([
  [4, 0, 0],
  [5, 1, 90_000],
  [0, 0, 259_200],
  [3, 23, 6 * 86_400 + 82_800],
])("day %i at %i h is %i s after the first Thursday", (weekday, hour, seconds) => {
  expect(firstMoment(weekday, hour)).toBe(seconds);
  expect(new Date(seconds * 1000).getUTCDay()).toBe(weekday);
});

describe("its script", () => {
  let folder: string;
  const program = (name: string, text: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "prune-"));
    program("crictl", `echo "$@" >> ${folder}/calls`);
    // The first sleep ends the script, as a failure of crictl does: one turn of the loop is looked at.
    program("sleep", `echo "$1" > ${folder}/slept; kill -TERM $PPID`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** One turn on a node at a moment; SPREAD_SECONDS of 1 makes every node's delay 0. */
  const turn = (now: number, node = "ip-10-42-22-56", spread = 1) => {
    program("date", `echo ${now}`);
    const { status, stdout } = spawnSync("/bin/sh", ["-euc", pruneScript()], {
      encoding: "utf8",
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        NODE_NAME: node,
        FIRST_MOMENT: `${firstMoment(0, 5)}`,
        SPREAD_SECONDS: `${spread}`,
      },
    });
    const calls = existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8") : "";
    return { status, calls, next: Number(/Next in (\d+) s/.exec(stdout)?.[1]) };
  };

  it("prunes unused images at its moment, and sleeps for the week", () => {
    expect(turn(SUNDAY_5)).toEqual({ status: 0, calls: "rmi --prune\n", next: 604_800 });
  });

  it("does so still when it starts an hour late, and keeps the next moment", () => {
    expect(turn(SUNDAY_5 + 3_599)).toEqual({ status: 0, calls: "rmi --prune\n", next: 601_201 });
  });

  it.each([
    ["after that hour", SUNDAY_5 + 3_600, 601_200],
    ["before its moment", SUNDAY_5 - 1, 1],
  ])("removes nothing %s", (_, now, next) => {
    expect(turn(now)).toEqual({ status: 0, calls: "", next });
  });

  it("gives nodes moments of their own, within the spread", () => {
    const nodes = Array.from({ length: 34 }, (_, index) => `ip-10-42-19-${index + 5}`);
    const moments = nodes.map((node) => turn(SUNDAY_5 - 1, node, 21_600).next);
    expect(new Set(moments).size).toBeGreaterThan(30);
    expect(Math.min(...moments)).toBeGreaterThan(0);
    expect(Math.max(...moments)).toBeLessThanOrEqual(21_600);
  });

  it("ends with a failure of crictl, so that a new container finds the new socket", () => {
    program("crictl", "exit 1");
    expect(turn(SUNDAY_5).status).toBe(1);
  });
});
