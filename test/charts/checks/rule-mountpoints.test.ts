import { ruleMountpoints } from "../../../charts/checks/rule-mountpoints";
import { foundInConfigMap, foundInRule } from "./rules-fixture";

const at = 'ConfigMap monitoring/rules at data["x.yaml"]: X:';

describe("check rule-mountpoints", () => {
  test.each([
    ['node_filesystem_avail_bytes{mountpoint="/var/lib/kubelet"} < 1', 'mountpoint="/var/lib/kubelet"'],
    ['node_filesystem_size_bytes{job="x",mountpoint=~"/var/.*"}', 'mountpoint=~"/var/.*"'],
    ['node_filesystem_avail_bytes{mountpoint!="/"}', 'mountpoint!="/"'],
    ['node_filesystem_avail_bytes{mountpoint!~"/.*"}', 'mountpoint!~"/.*"'],
  ])("finds that no node has what %s asks for", (expr, matcher) => {
    expect(foundInRule(ruleMountpoints, expr)).toEqual([`${at} ${matcher} matches no mount point of a node: /`]);
  });

  test.each([
    'node_filesystem_avail_bytes{mountpoint=~"/|/var/lib/kubelet"} / node_filesystem_size_bytes{mountpoint="/"}',
    'node_filesystem_avail_bytes{mountpoint!="/boot/efi"}',
    "node_filesystem_avail_bytes",
    'other_metric{mountpoint="/data"}',
  ])("takes %s", (expr) => {
    expect(foundInRule(ruleMountpoints, expr)).toEqual([]);
  });

  test("looks only at rule files", () => {
    const expr = 'node_filesystem_avail_bytes{mountpoint="/x"}';
    const rules = `groups:\n  - rules: [{ record: "a", expr: '${expr}' }]\n`;
    expect(foundInConfigMap(ruleMountpoints, { "a.yaml": rules })).toHaveLength(1);
    expect(
      foundInConfigMap(ruleMountpoints, { "a.sh": rules, "b.yaml": "rules: []\n", "c.yaml": "groups: 3\n" }),
    ).toEqual([]);
  });
});
