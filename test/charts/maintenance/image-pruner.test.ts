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

/** What crictl is asked: the time limit is its own flag, before the command. */
const LISTING = "--timeout 5m images -o json\n";
const REMOVAL = "--timeout 5m rmi --prune\n";
const PRUNING = `${LISTING}${REMOVAL}${LISTING}`;

/** An image as `crictl images -o json` lists it. */
const image = (tag: string, pinned: boolean) => ({
  id: `sha256:${tag.length.toString(16).repeat(32)}`,
  repoTags: [tag],
  repoDigests: [],
  size: "318731",
  uid: { value: "65535" },
  username: "",
  spec: null,
  pinned,
});
const listed = (...of: readonly object[]) => JSON.stringify({ images: of }, null, 2);
const SANDBOX = image("localhost/kubernetes/pause:3.10", true);
const PINNED_ALONE = listed(SANDBOX);
const PINNED = listed(SANDBOX, image("checkout-service:1.4.0", false), image("checkout-service:1.4.12", false));

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
  /** A crictl that notes its calls, and after a removal lists the first image alone. */
  const images = (before: string) => {
    writeFileSync(join(folder, "before"), before);
    writeFileSync(join(folder, "after"), PINNED_ALONE);
    program(
      "crictl",
      `echo "$@" >> ${folder}/calls
case "$*" in
*images*) if grep -q rmi ${folder}/calls; then cat ${folder}/after; else cat ${folder}/before; fi ;;
esac`,
    );
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "prune-"));
    images(PINNED);
    // The first sleep ends the script, as a failure of crictl does: one turn of the loop is looked at.
    program("sleep", `echo "$1" > ${folder}/slept; kill -TERM $PPID`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** One turn on a node at a moment; SPREAD_SECONDS of 1 makes every node's delay 0. */
  const turn = (now: number, node = "ip-10-42-22-56", spread = 1) => {
    program("date", `echo ${now}`);
    const { status, stdout, stderr } = spawnSync("/bin/sh", ["-euc", pruneScript()], {
      encoding: "utf8",
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        NODE_NAME: node,
        FIRST_MOMENT: `${firstMoment(0, 5)}`,
        SPREAD_SECONDS: `${spread}`,
      },
    });
    const calls = existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8") : "";
    return {
      status,
      calls,
      next: Number(/Next in (\d+) s/.exec(stdout)?.[1]),
      counted: /Images: .*/.exec(stdout)?.[0],
      stderr,
    };
  };

  it("prunes unused images at its moment, and sleeps for the week", () => {
    expect(turn(SUNDAY_5)).toMatchObject({ status: 0, calls: PRUNING, next: 604_800 });
  });

  it("does so still when it starts an hour late, and keeps the next moment", () => {
    expect(turn(SUNDAY_5 + 3_599)).toMatchObject({ status: 0, calls: PRUNING, next: 601_201 });
  });

  it.each([
    ["after that hour", SUNDAY_5 + 3_600, 601_200],
    ["before its moment", SUNDAY_5 - 1, 1],
  ])("removes nothing %s", (_, now, next) => {
    expect(turn(now)).toMatchObject({ status: 0, calls: "", next, counted: undefined });
  });

  it("says how many images there were, and how many are left", () => {
    expect(turn(SUNDAY_5).counted).toBe("Images: 3 before, 1 after");
  });

  // protojson puts one or two spaces after a colon, by chance; other marshallers none.
  it.each(['"pinned":true', '"pinned":  true'])("knows a pinned image by %s too", (text) => {
    images(PINNED.replace('"pinned": true', text));
    expect(turn(SUNDAY_5)).toMatchObject({ status: 0, calls: PRUNING });
  });

  it.each([
    ["no image is pinned", PINNED.replace('"pinned": true', '"pinned": false')],
    ["crictl or containerd doesn't know of pins", PINNED.replace(/,\s*"pinned": (true|false)/g, "")],
    [
      "a tag alone says pinned",
      PINNED.replace('"pinned": true', '"pinned": false').replace("pause:3.10", "pinned:true"),
    ],
    ["there is no image at all", '{ "images": [] }'],
  ])("removes nothing, and fails with the reason, where %s", (_, list) => {
    images(list);
    expect(turn(SUNDAY_5)).toMatchObject({
      status: 1,
      calls: LISTING,
      stderr: "No image is pinned, so the sandbox image would go too: nothing is removed.\n",
    });
  });

  it("removes nothing when the list can't be had", () => {
    program("crictl", `echo "$@" >> ${folder}/calls; case "$*" in *images*) exit 1 ;; esac`);
    expect(turn(SUNDAY_5)).toMatchObject({ status: 1, calls: LISTING });
  });

  it("gives nodes moments of their own, within the spread", () => {
    const nodes = Array.from({ length: 34 }, (_, index) => `ip-10-42-19-${index + 5}`);
    const moments = nodes.map((node) => turn(SUNDAY_5 - 1, node, 21_600).next);
    expect(new Set(moments).size).toBeGreaterThan(30);
    expect(Math.min(...moments)).toBeGreaterThan(0);
    expect(Math.max(...moments)).toBeLessThanOrEqual(21_600);
  });

  it("ends with a failure of crictl, so that a new container finds the new socket", () => {
    images(PINNED);
    program("crictl", `echo "$@" >> ${folder}/calls; case "$*" in *rmi*) exit 1 ;; *) cat ${folder}/before ;; esac`);
    expect(turn(SUNDAY_5)).toMatchObject({ status: 1, calls: `${LISTING}${REMOVAL}` });
  });
});
