import { Estate } from "../../../policies/estate";
import { evaluate } from "../../../policies/evaluate";
import { RULES } from "../../../policies/index";
import { TODAY } from "../../policies/estate-fixture";
import { deployedLab, labPlatform } from "./lab-fixture";

/** What the rules of the policy pack object to in what is deployed, as `rule: object: message`. */
function violations(): readonly string[] {
  const estate = new Estate({ platform: labPlatform(), objects: deployedLab(), today: TODAY });
  return evaluate(estate, { rules: RULES, exemptions: [] }).verdicts.flatMap((verdict) =>
    verdict.outcome === "violation" ? [`${verdict.rule.id}: ${verdict.subject.text}: ${verdict.message}`] : [],
  );
}

test("rules object to what only the plan has, roles, and to settings of prod, and to nothing else", () => {
  const role = (name: string) => `arn:aws:iam::${labPlatform().aws.account}:role/sre-training-cluster-${name}`;
  expect(violations()).toEqual([
    `service-account-role: ServiceAccount monitoring/prometheus: is ${role("prometheus-blocks")}, which is no role of the plan`,
    `service-account-role: ServiceAccount cluster-backup/cluster-backup: is ${role("cluster-backup")}, which is no role of the plan`,
    "host-access-needed: vantage:policies.hostAccess node-maintenance/DaemonSet/image-pruner: there is no such workload",
  ]);
});
