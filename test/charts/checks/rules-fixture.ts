import type { ManifestCheck } from "../../../charts/checks/check";
import { pathText, referenceText } from "../../../charts/kube-object";
import { prodPlatform } from "../../infra/prod-platform";

/** What a check finds in a rule with this expression, as `object at path: message`. */
export function foundInRule(check: ManifestCheck, expr: string): readonly string[] {
  const text = `groups:\n  - name: x\n    rules:\n      - alert: X\n        expr: ${JSON.stringify(expr)}\n`;
  return foundInConfigMap(check, { "x.yaml": text });
}

/** What a check finds in a ConfigMap with these files. */
export function foundInConfigMap(check: ManifestCheck, data: Readonly<Record<string, string>>): readonly string[] {
  const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "rules", namespace: "monitoring" }, data };
  return check
    .find({ objects: [object], platform: prodPlatform() })
    .map(({ object: of, path, message }) => `${referenceText(of)} at ${pathText(path)}: ${message}`);
}
