import type { Check } from "../../../config/checks/check";
import { backendReplicas, labIdentities, labNamespaces } from "../../../config/checks/lab";
import type { StackInput } from "../../../config/stack-schema";
import { labInput } from "../../charts/lab/lab-fixture";
import { entry, findingsAfter } from "./prod-findings";

/** What a check finds in the lab after a change to it, as `path: given; allowed`. */
function found(check: Check, change: (input: StackInput) => unknown = () => {}): readonly string[] {
  const findings = findingsAfter(check, (input) => {
    Object.assign(input, structuredClone(labInput()));
    change(input);
  });
  return findings.map(({ path, given, allowed }) => `${path.join(".")}: ${given}; ${allowed}`);
}

const CHECKS = [labIdentities, labNamespaces, backendReplicas];

test("the lab is right", () => {
  expect(CHECKS.flatMap((one) => found(one))).toEqual([]);
});

test.each<[string, Check, (input: StackInput) => unknown, string]>([
  [
    "an identity that isn't there",
    labIdentities,
    ({ storage }) => delete storage.identities["cluster-backup"],
    "clusterBackup.identity: cluster-backup; one of prometheus-blocks",
  ],
  [
    "an identity that may only read",
    labIdentities,
    ({ storage }) => Object.assign(entry(storage.identities, "cluster-backup"), { access: "read" }),
    "storage.identities.cluster-backup.access: read; write or read-write",
  ],
  [
    "blocks that Thanos can't look at",
    labIdentities,
    ({ storage }) => Object.assign(entry(storage.identities, "prometheus-blocks"), { access: "write" }),
    "storage.identities.prometheus-blocks.access: write; read-write",
  ],
  [
    "an identity in another namespace than the pods",
    labIdentities,
    ({ storage }) => Object.assign(entry(storage.identities, "prometheus-blocks"), { namespace: "thanos" }),
    "storage.identities.prometheus-blocks.namespace: thanos; monitoring, the namespace of vantage:labMonitoring",
  ],
  [
    "a namespace that the stack doesn't make",
    labNamespaces,
    ({ namespaces }) => delete namespaces["sre-shop"],
    "shop.namespace: sre-shop; one of monitoring, cluster-backup",
  ],
  [
    "an autoscaler without room",
    backendReplicas,
    ({ shop }) => Object.assign(shop?.backend ?? {}, { minReplicas: 6 }),
    "shop.backend.maxReplicas: 6; more than minReplicas, 6",
  ],
])("finds %s", (_, one, change, expected) => {
  expect(found(one, change)).toEqual([expected]);
});
