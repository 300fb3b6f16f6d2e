import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KubeObject } from "../../../../charts/kube-object";
import { EXPORTS, exportScript, RESTORABLE_FILTER } from "../../../../charts/lab/cluster-backup/export-script";
import {
  type ControlPlane,
  START_TIMEOUT_MILLISECONDS,
  startControlPlane,
} from "../../../cluster/control-plane/control-plane";
import { stackPlatform } from "../../../infra/stack-platform";
import { apiServerOf } from "../../../tools/api-servers";
import { describeUnless } from "../../../tools/describe-unless";
import { describeWithTools } from "../../../tools/describe-with-tools";
import { ETCD } from "../../../tools/tools";
import { deployedLab } from "../lab-fixture";

/** What people and controllers add to what the stack applies. */
const MADE_BY_HAND: readonly KubeObject[] = [
  { apiVersion: "v1", kind: "Namespace", metadata: { name: "exercise" } },
  { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "notes", namespace: "exercise" }, data: { note: "kept" } },
  { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "kube-root-ca.crt", namespace: "exercise" }, data: {} },
  {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "keys", namespace: "exercise" },
    stringData: { key: "very-secret-value" },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "headless", namespace: "exercise" },
    spec: { clusterIP: "None", ports: [{ name: "http", port: 80 }] },
  },
  {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: "pv-exercise" },
    spec: {
      accessModes: ["ReadWriteOnce"],
      capacity: { storage: "1Gi" },
      csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-0a1b2c3d4e5f60718" },
      claimRef: { namespace: "exercise", name: "claim", uid: "11111111-2222-3333-4444-555555555555" },
    },
  },
];

/** Of a CronJob that made it: it would be removed at once where that is another one. */
const OWNED: KubeObject = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: {
    name: "owned",
    namespace: "exercise",
    ...{
      ownerReferences: [
        { apiVersion: "v1", kind: "ConfigMap", name: "notes", uid: "99999999-2222-3333-4444-555555555555" },
      ],
    },
  },
  data: {},
};

const missing = ["kubectl", "jq"].find((tool) => spawnSync(tool, ["--help"]).error !== undefined);

const { version } = stackPlatform("sre-lab").cluster;
const apiServer = apiServerOf(version);

describeWithTools([ETCD, apiServer], `what an export brings back, on two kube-apiservers ${version}`, () => {
  describeUnless(missing === undefined ? undefined : `there is no ${missing}`, "with kubectl and jq", () => {
    let folder: string;
    let lost: ControlPlane;
    let found: ControlPlane;
    let exported: Readonly<Record<string, string>>;

    /** Runs the script against a server and gives what it writes, by name of the file. */
    function exportOf(plane: ControlPlane, name: string): Readonly<Record<string, string>> {
      const target = join(folder, name);
      const filter = join(folder, "restorable.jq");
      writeFileSync(filter, RESTORABLE_FILTER);
      execFileSync("/bin/sh", ["-c", exportScript()], {
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          KUBECONFIG: plane.kubeconfigFile,
          EXPORT_FOLDER: target,
          FILTER: filter,
          MONITORING_NAMESPACE: "monitoring",
        },
      });
      return Object.fromEntries(
        readdirSync(target).map((file) => [file, readFileSync(join(target, file), "utf8")] as const),
      );
    }

    const names = (file: string) =>
      (JSON.parse(exported[file] ?? "{}") as { items: readonly KubeObject[] }).items.map(
        ({ kind, metadata }) => `${kind} ${metadata.namespace ?? ""}/${metadata.name}`,
      );

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "restore-"));
      lost = await startControlPlane({ apiServer });
      for (const object of [...deployedLab(), ...MADE_BY_HAND, OWNED]) await lost.api.apply(object);
      exported = exportOf(lost, "lost");
      found = await startControlPlane({ apiServer });
    }, START_TIMEOUT_MILLISECONDS);
    afterAll(async () => {
      await lost?.stop();
      await found?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test("the files are the documented ones, without that of the Secrets", () => {
      expect(Object.keys(exported).sort()).toEqual([
        "alertmanager-config.yaml",
        "all-resources.yaml",
        "configmaps.yaml",
        "grafana-dashboards.yaml",
        "namespaces.yaml",
        "persistentvolumeclaims.yaml",
        "persistentvolumes.yaml",
        "prometheus-config.yaml",
        "serviceaccounts.yaml",
      ]);
    });

    test("no file has a Secret's value", () => {
      const text = Object.values(exported).join("");
      expect(text).not.toContain("very-secret-value");
      expect(text).not.toContain(Buffer.from("very-secret-value").toString("base64"));
    });

    test("what others make or own is left out", () => {
      expect(names("namespaces.yaml")).toEqual([
        "Namespace /cluster-backup",
        "Namespace /exercise",
        "Namespace /monitoring",
        "Namespace /sre-shop",
      ]);
      const maps = names("configmaps.yaml");
      expect(maps).toContain("ConfigMap exercise/notes");
      expect(maps).not.toContain("ConfigMap exercise/owned");
      expect(maps.filter((name) => name.includes("kube-root-ca"))).toEqual([]);
      expect(names("all-resources.yaml")).not.toContain("Service default/kubernetes");
    });

    test("nothing of it is the server's own", () => {
      const items = Object.values(exported).flatMap((text) => (JSON.parse(text) as { items: KubeObject[] }).items);
      const keys = [...new Set(items.flatMap(({ metadata }) => Object.keys(metadata)))].sort();
      expect(keys).toEqual(["annotations", "finalizers", "labels", "name", "namespace"]);
      expect(items.filter((item) => "status" in item)).toEqual([]);
    });

    test("applied to an empty server, in order, it is there again, and its export is the same byte for byte", () => {
      const kubectl = (file: string) =>
        execFileSync("kubectl", ["apply", "--server-side", "--filename", join(folder, "lost", `${file}.yaml`)], {
          env: { PATH: process.env.PATH, HOME: folder, KUBECONFIG: found.kubeconfigFile },
          encoding: "utf8",
        });
      const restored = Object.keys(EXPORTS).map((file) => kubectl(file).trim().split("\n").length);
      expect(restored.reduce((sum, count) => sum + count)).toBeGreaterThan(25);
      expect(exportOf(found, "found")).toEqual(exported);
    });

    test("single files are enough for what the document restores by name", async () => {
      await found.api.delete({
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "grafana-dashboards", namespace: "monitoring" },
      });
      execFileSync(
        "kubectl",
        ["apply", "--server-side", "--filename", join(folder, "lost", "grafana-dashboards.yaml")],
        {
          env: { PATH: process.env.PATH, HOME: folder, KUBECONFIG: found.kubeconfigFile },
        },
      );
      const map = await found.api.get({
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "grafana-dashboards", namespace: "monitoring" },
      });
      expect(Object.keys(map?.data as object)).toEqual(["kubernetes-overview.json", "sre-shop-slo.json"]);
    });

    test("the account may list what is exported, and no Secrets", async () => {
      const account = lost.api.as("system:serviceaccount:cluster-backup:cluster-backup", ["system:serviceaccounts"]);
      expect((await account.list("v1", "ConfigMap")).length).toBeGreaterThan(5);
      await expect(account.list("v1", "Secret")).rejects.toMatchObject({ code: 403 });
      await expect(account.list("v1", "Secret", "exercise")).rejects.toMatchObject({ code: 403 });
    });
  });
});
