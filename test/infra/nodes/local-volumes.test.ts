import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localVolumesScript } from "../../../infra/nodes/local-volumes";

const MODEL = "Amazon EC2 NVMe Instance Storage";
const ROOT_DISK = "/dev/nvme0n1 Amazon Elastic Block Store";

/** A node made of files: commands of its own in PATH, which record what they are asked and keep disks and mounts as files. */
class Node {
  readonly root = mkdtempSync(join(tmpdir(), "local-volumes-"));
  readonly directory = join(this.root, "mnt/disks/local-nvme");
  readonly fstab = join(this.root, "fstab");

  constructor(disks: readonly string[]) {
    for (const folder of ["bin", "filesystems", "mounts"]) mkdirSync(join(this.root, folder));
    writeFileSync(this.fstab, "UUID=root / xfs defaults 1 1\n");
    writeFileSync(join(this.root, "calls"), "");
    this.command("lsblk", `printf '%s\\n' ${disks.map((disk) => `'${disk}'`).join(" ")}`);
    this.command("blkid", `disk=$(basename "\${@: -1}"); cat "$root/filesystems/$disk" 2>/dev/null || exit 2`);
    this.command(
      "mkfs.xfs",
      `disk=$(basename "\${@: -1}"); echo "mkfs $disk" >> "$root/calls"; echo "uuid-of-$disk" > "$root/filesystems/$disk"`,
    );
    this.command("mountpoint", `test -e "$root/mounts/$(basename "\${@: -1}")"`);
    this.command(
      "mount",
      `echo "mount $*" | sed "s|$root||" >> "$root/calls"; touch "$root/mounts/$(basename "\${4}")"`,
    );
  }

  /** Runs the script as cloud-init does. */
  boot() {
    const script = localVolumesScript({ directory: this.directory, fstab: this.fstab });
    const env = { PATH: `${join(this.root, "bin")}:${process.env.PATH}` };
    return spawnSync("bash", ["--norc", "-c", script], { env, encoding: "utf8" });
  }

  /** Mounts are gone, disks and fstab stay; fstab is not acted on here, so that the script has to. */
  reboot() {
    rmSync(join(this.root, "mounts"), { recursive: true });
    mkdirSync(join(this.root, "mounts"));
    writeFileSync(join(this.root, "calls"), "");
    return this.boot();
  }

  calls(): string[] {
    return readFileSync(join(this.root, "calls"), "utf8").split("\n").filter(Boolean);
  }

  fstabEntries(): string[] {
    return readFileSync(this.fstab, "utf8").replaceAll(this.root, "").split("\n").filter(Boolean);
  }

  private command(name: string, body: string): void {
    const path = join(this.root, "bin", name);
    writeFileSync(path, `#!/bin/bash\nroot=${this.root}\n${body}\n`);
    chmodSync(path, 0o755);
  }
}

const nodes: Node[] = [];
const node = (...disks: string[]) => {
  const made = new Node(disks);
  nodes.push(made);
  return made;
};

afterAll(() => {
  for (const { root } of nodes) rmSync(root, { recursive: true });
});

const twoDisks = [ROOT_DISK, `/dev/nvme1n1 ${MODEL}`, `/dev/nvme2n1 ${MODEL}`] as const;
const mounted = (disk: string) =>
  `mount --source UUID=uuid-of-${disk} --target /mnt/disks/local-nvme/uuid-of-${disk} --options defaults,noatime`;

describe("the preparation of local volumes", () => {
  it("is a script that bash accepts", () => {
    expect(() => execFileSync("bash", ["-n"], { input: localVolumesScript() })).not.toThrow();
  });

  it("makes a file system of each NVMe disk and mounts it under its UUID, and leaves the root volume alone", () => {
    const i3en = node(...twoDisks);
    expect(i3en.boot()).toMatchObject({ status: 0, stderr: "" });
    expect(i3en.calls()).toEqual(["mkfs nvme1n1", mounted("nvme1n1"), "mkfs nvme2n1", mounted("nvme2n1")]);
    expect(existsSync(join(i3en.directory, "uuid-of-nvme2n1"))).toBe(true);
    expect(i3en.fstabEntries()).toEqual([
      "UUID=root / xfs defaults 1 1",
      "UUID=uuid-of-nvme1n1 /mnt/disks/local-nvme/uuid-of-nvme1n1 xfs defaults,noatime,nofail 0 2",
      "UUID=uuid-of-nvme2n1 /mnt/disks/local-nvme/uuid-of-nvme2n1 xfs defaults,noatime,nofail 0 2",
    ]);
  });

  it("formats nothing a second time and writes fstab once", () => {
    const i3en = node(...twoDisks);
    i3en.boot();
    const before = i3en.fstabEntries();
    expect(i3en.reboot()).toMatchObject({ status: 0 });
    expect(i3en.calls()).toEqual([mounted("nvme1n1"), mounted("nvme2n1")]);
    expect(i3en.fstabEntries()).toEqual(before);
  });

  it("mounts nothing that is mounted", () => {
    const i3en = node(...twoDisks);
    i3en.boot();
    writeFileSync(join(i3en.root, "calls"), "");
    expect(i3en.boot()).toMatchObject({ status: 0 });
    expect(i3en.calls()).toEqual([]);
  });

  it("fails on a node without such disks, and says what to do", () => {
    const m6i = node(ROOT_DISK);
    const { status, stderr } = m6i.boot();
    expect(status).toBe(1);
    expect(stderr).toBe(
      "no NVMe instance-store disk on this node: choose an instance type with one, or set localVolumes to false\n",
    );
    expect(m6i.calls()).toEqual([]);
  });

  it("stops where a disk can't be formatted", () => {
    const broken = node(...twoDisks);
    writeFileSync(join(broken.root, "bin/mkfs.xfs"), "#!/bin/bash\nexit 1\n");
    expect(broken.boot().status).not.toBe(0);
    expect(broken.fstabEntries()).toEqual(["UUID=root / xfs defaults 1 1"]);
  });
});
