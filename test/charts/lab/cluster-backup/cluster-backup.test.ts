import { valueAt } from "../../../../charts/kube-object";
import { EXPORTS, exportScript, SINGLE_CONFIG_MAPS } from "../../../../charts/lab/cluster-backup/export-script";
import { backupRole } from "../../../../charts/lab/cluster-backup/rights";
import { deployedLab } from "../lab-fixture";

const of = (kind: string) => {
  const found = deployedLab().find((one) => one.kind === kind && one.metadata.name === "cluster-backup");
  if (found === undefined) throw new Error(`no ${kind} cluster-backup`);
  return found;
};

test("runs each day, once, and gives up after half an hour", () => {
  expect(of("CronJob").spec).toMatchObject({
    schedule: "0 2 * * *",
    timeZone: "Etc/UTC",
    concurrencyPolicy: "Forbid",
    jobTemplate: { spec: { activeDeadlineSeconds: 1800 } },
  });
});

describe("two containers, of which neither can do what the other does", () => {
  const spec = valueAt(of("CronJob"), ["spec", "jobTemplate", "spec", "template", "spec"]);

  test("the first reads the API server", () => {
    expect(valueAt(spec, ["initContainers", 0, "command"])).toEqual(["/bin/sh", "/scripts/export.sh"]);
    expect(valueAt(spec, ["initContainers", 0, "env", 2])).toEqual({
      name: "MONITORING_NAMESPACE",
      value: "monitoring",
    });
  });

  test("the second writes the day's folder of the documented prefix, and removes nothing", () => {
    expect(valueAt(spec, ["containers", 0, "command"])).toEqual([
      "/bin/sh",
      "-euc",
      'aws s3 cp --recursive --only-show-errors /export/ "s3://your-backup-bucket/k8s-backups/$(date -u +%Y%m%d)/"',
    ]);
  });
});

describe("what is exported", () => {
  test("every documented kind but Secrets, and what those need", () => {
    expect(Object.keys(EXPORTS)).toEqual([
      "namespaces",
      "serviceaccounts",
      "persistentvolumes",
      "persistentvolumeclaims",
      "configmaps",
      "all-resources",
    ]);
    expect([...SINGLE_CONFIG_MAPS]).toEqual(["grafana-dashboards", "prometheus-config", "alertmanager-config"]);
  });

  test("Secrets neither by the script nor by right", () => {
    expect(exportScript()).not.toMatch(/secret/i);
    expect(JSON.stringify(backupRole())).not.toContain("secrets");
    expect(backupRole().rules?.map(({ verbs }) => verbs)).toEqual([["list"], ["list"], ["list"], ["list"]]);
  });
});
