import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentedCommand } from "../../../charts/maintenance/etcd-documented";
import { compactionScript, defragmentationScript } from "../../../charts/maintenance/etcd-scripts";
import { START_TIMEOUT_MILLISECONDS } from "../../cluster/control-plane/control-plane";
import { prodPlatform } from "../../infra/prod-platform";
import { describeWithTools } from "../../tools/describe-with-tools";
import { ETCD, ETCDCTL } from "../../tools/tools";
import { type EtcdCluster, startEtcd } from "./start-etcd";

/** What a member says of itself. Its ids are too long for a number, and cut at the same place. */
interface MemberStatus {
  readonly Endpoint: string;
  readonly Status: { readonly header: { readonly member_id: number }; readonly leader: number };
}

/** How a run of a script ended. */
interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A PATH with what a folder is given and nothing of the machine's: the image has bash and etcdctl, and not jq. */
class Programs {
  readonly folder = mkdtempSync(join(tmpdir(), "etcd-programs-"));

  constructor(clientFolder: string) {
    symlinkSync(join(clientFolder, "etcdctl"), join(this.folder, "etcdctl"));
  }

  /** A jq that answers as the real one does where there is no answer to read. */
  addJq(): void {
    writeFileSync(join(this.folder, "jq"), '#!/bin/sh\nread -r _ || true\necho "null"\n');
    chmodSync(join(this.folder, "jq"), 0o755);
  }

  run(script: string, env: Readonly<Record<string, string>>): Promise<Ended> {
    return new Promise((resolve) => {
      const options = { env: { PATH: this.folder, ...env } };
      execFile("/bin/bash", ["-ec", script], options, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
      );
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

describeWithTools([ETCD, ETCDCTL], "the scripts of etcd-compaction, on a real etcd of three members", () => {
  let etcd: EtcdCluster;
  let programs: Programs;
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    // Small steps with pauses between them: 100 revisions take what 842,000 take in production, more than etcdctl's five seconds.
    etcd = await startEtcd(3, [
      "--experimental-compaction-batch-limit=1",
      "--experimental-compaction-sleep-interval=75ms",
    ]);
    programs = new Programs(etcd.clientFolder);
    environment = { ETCDCTL_ENDPOINTS: etcd.endpoints, ETCDCTL_COMMAND_TIMEOUT: "60s", KEEP_REVISIONS: "0" };
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(async () => {
    programs?.remove();
    await etcd?.stop();
  });

  const put = async (count: number) => {
    for (let index = 0; index < count; index += 1) await etcd.ctl("put", "key", `${index}`);
  };
  const revision = async () => Number(/"revision":(\d+)/.exec(await etcd.ctl("endpoint", "status", "-w", "json"))?.[1]);
  const leader = async () => {
    const status = JSON.parse(await etcd.ctl("endpoint", "status", "-w", "json")) as MemberStatus[];
    return status.find(({ Status }) => Status.leader === Status.header.member_id)?.Endpoint;
  };
  const readAt = (at: number) => etcd.ctl("get", "key", `--rev=${at}`, "--print-value-only");

  test("client and members are of the documented minor version", async () => {
    expect(await etcd.ctl("version")).toContain("etcdctl version: 3.5.12\n");
    expect(await etcd.ctl("endpoint", "status", "-w", "json")).toContain('"version":"3.5.16"');
  });

  test("the documented command asks its own pod for the revision, and compacts nothing", async () => {
    programs.addJq();
    const documented = documentedCommand(prodPlatform()).replace(
      "etcdctl endpoint",
      "etcdctl --command-timeout=1s endpoint",
    );
    const { code, stderr } = await programs.run(documented, {});
    rmSync(join(programs.folder, "jq"));
    expect(code).toBe(1);
    expect(stderr).toContain("Failed to get the status of endpoint 127.0.0.1:2379");
    expect(stderr).toContain('strconv.ParseInt: parsing "null": invalid syntax');
  });

  test("in the image, where there is no jq, it has no revision at all", async () => {
    const documented = documentedCommand(prodPlatform()).replace(
      "etcdctl endpoint",
      "etcdctl --command-timeout=1s endpoint",
    );
    const { code, stderr } = await programs.run(documented, {});
    expect(code).not.toBe(0);
    expect(stderr).toContain("jq: command not found");
    expect(stderr).toContain("compaction command needs 1 argument");
  });

  test("the deployed one compacts to the present revision", async () => {
    await put(5);
    const head = await revision();
    const { code, stdout } = await programs.run(compactionScript(), environment);
    expect([code, stdout]).toEqual([0, `Compacting to revision ${head} of ${head}\ncompacted revision ${head}\n`]);
    await expect(readAt(head - 1)).rejects.toThrow("required revision has been compacted");
    expect(await readAt(head)).toBe("4\n");
  });

  test("and again, with no write between, is content", async () => {
    const { code, stdout } = await programs.run(compactionScript(), environment);
    expect(code).toBe(0);
    expect(stdout).toContain("It is compacted already.");
  });

  test("keeps the latest revisions when it is told to", async () => {
    await put(10);
    const head = await revision();
    const { code, stdout } = await programs.run(compactionScript(), { ...environment, KEEP_REVISIONS: "4" });
    expect([code, stdout.split("\n")[0]]).toEqual([0, `Compacting to revision ${head - 4} of ${head}`]);
    expect(await readAt(head - 4)).toBe("5\n");
    await expect(readAt(head - 5)).rejects.toThrow("required revision has been compacted");
  });

  test("does nothing when it is told to keep more than there are", async () => {
    const { code, stdout } = await programs.run(compactionScript(), { ...environment, KEEP_REVISIONS: "1000000" });
    expect([code, stdout]).toEqual([0, "No more than 1000000 revisions: nothing to compact.\n"]);
  });

  test("waits for a long compaction, which etcdctl's own limit would give up", async () => {
    await put(100);
    const { ETCDCTL_COMMAND_TIMEOUT: _, ...unlimited } = environment;
    const short = await programs.run(compactionScript(), unlimited);
    expect(short.code).toBe(1);
    expect(short.stderr).toContain("context deadline exceeded");
    await put(100);
    const began = Date.now();
    const { code, stdout } = await programs.run(compactionScript(), environment);
    expect(code).toBe(0);
    expect(stdout).toContain("compacted revision");
    expect(Date.now() - began).toBeGreaterThan(5_000);
  });

  test("defragmentation takes the members one by one, the leader last", async () => {
    const { code, stdout } = await programs.run(defragmentationScript(), environment);
    expect(code).toBe(0);
    const order = [...stdout.matchAll(/^Defragmenting (\S+)$/gm)].map(([, member]) => member);
    expect([...order].sort()).toEqual(etcd.endpoints.split(",").sort());
    expect(order.at(-1)).toBe(await leader());
    expect(stdout.match(/Finished defragmenting/g)).toHaveLength(3);
  });

  test("compacts with one member down, and says so; defragmentation ends there", async () => {
    // A follower, so that nobody has to be elected first.
    const leading = await leader();
    etcd.kill(etcd.endpoints.split(",").findIndex((endpoint) => endpoint !== leading));
    await etcd.ctl("put", "key", "last", "--command-timeout=30s");
    const began = Date.now();
    const compaction = await programs.run(compactionScript(), environment);
    // Not the minute that a compaction is given here.
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(compaction.code).toBe(0);
    expect(compaction.stderr).toContain("Not every member answers.");
    expect(compaction.stdout).toContain("compacted revision");
    const defragmentation = await programs.run(defragmentationScript(), environment);
    expect(defragmentation.code).not.toBe(0);
    expect(defragmentation.stdout).not.toContain("Defragmenting");
  });
});
