import { DOCUMENTED_ALERTS } from "../../documented/alerts";
import { prodPlatform } from "../../infra/prod-platform";
import { deployedGroups, documentedGroups } from "./rules-under-test";

const prod = prodPlatform();

describe("alerts as the documents have them", () => {
  test.each(DOCUMENTED_ALERTS)("$alert", ({ alert, group, interval, ...rule }) => {
    const found = Object.values(documentedGroups(prod)).flatMap(({ rules, ...of }) =>
      rules.filter((one) => one.alert === alert).map((one) => ({ ...of, ...one })),
    );
    expect(found).toEqual([expect.objectContaining(rule)]);
    if (group !== undefined) expect(found[0]?.name).toBe(group);
    if (interval !== undefined) expect(found[0]?.interval).toBe(interval);
  });

  test("labels and annotations are complete where the documents list them", () => {
    const disk = documentedGroups(prod)["node-disk-pressure.yaml"]?.rules[0];
    expect(disk).toEqual({
      alert: "NodeDiskPressure",
      expr: expect.any(String),
      for: "2m",
      labels: { severity: "warning", team: "platform-infra", category: "disk" },
      annotations: {
        summary: "Node {{ $labels.instance }} disk usage on /var/lib/kubelet above 85%",
        runbook_url: "https://runbooks.vantage.internal/disk-pressure",
        dashboard_url: "https://grafana.vantage.internal/d/node-disk/node-disk-usage",
        grafana_uid: "grafana-alert-disk-4f8a2c",
      },
    });
    const memory = documentedGroups(prod)["node-memory-pressure.yaml"]?.rules[0];
    expect(memory?.labels).toEqual({ severity: "critical", team: "platform-infra", escalation: "immediate" });
  });
});

describe("what is deployed", () => {
  const text = (groups: ReturnType<typeof deployedGroups>) =>
    Object.fromEntries(Object.entries(groups).map(([file, group]) => [file, JSON.stringify(group)]));

  test("differs in two expressions and nothing else", () => {
    const before = text(documentedGroups(prod));
    const after = text(deployedGroups(prod));
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(changed).toEqual(["node-disk-pressure.yaml", "redis-memory-critical.yaml"]);
    expect(deployedGroups(prod)["node-disk-pressure.yaml"]?.rules[0]?.expr).toBe(
      '(node_filesystem_avail_bytes{mountpoint=~"/|/var/lib/kubelet"} /\n node_filesystem_size_bytes{mountpoint=~"/|/var/lib/kubelet"}) * 100 < 15\n',
    );
    expect(deployedGroups(prod)["redis-memory-critical.yaml"]?.rules[0]?.expr).toBe(
      "redis_memory_used_bytes / (redis_memory_max_bytes > 0) > 0.90",
    );
  });
});
