import { pathText } from "../../../../charts/kube-object";
import { applyLedger } from "../../../../charts/ledger";
import { findings } from "../../../../charts/manifests";
import { REDIS_OPERATOR } from "../../../../charts/redis/operator/redis-operator";
import { documentedRendering } from "../../../../charts/synthesize";
import { WORKLOADS } from "../../../../charts/workloads/workloads";
import { prodPlatform } from "../../../infra/prod-platform";

const prod = prodPlatform();
const ledger = REDIS_OPERATOR.deviations?.(prod) ?? [];
const documented = documentedRendering(prod, [REDIS_OPERATOR]).flatMap(({ objects }) => objects);
/** The classes that pods may name, which another chart makes. */
const classes = documentedRendering(prod, [WORKLOADS])
  .flatMap(({ objects }) => objects)
  .filter(({ kind }) => kind === "PriorityClass");

test("ten entries, each with its path and change", () => {
  const container = "spec.template.spec.containers[0]";
  expect(ledger.map(({ id, path, documented, deployed }) => [id, pathText(path), documented, deployed])).toEqual([
    ["R1-port", `${container}.ports[2]`, undefined, { containerPort: 8081, name: "health", protocol: "TCP" }],
    ["R1-liveness", `${container}.livenessProbe.httpGet.port`, 8080, 8081],
    ["R1-readiness", `${container}.readinessProbe.httpGet.port`, 8080, 8081],
    ["R3", 'metadata.annotations["deployment.kubernetes.io/revision"]', "7", undefined],
    ["P1 redis-operator", "spec.template.spec.priorityClassName", undefined, "platform-service"],
    ["R11", "spec.template.spec.topologySpreadConstraints", [], undefined],
    ["R4-managed-by", 'metadata.labels["app.kubernetes.io/managed-by"]', "helm", undefined],
    ["R4-chart", 'metadata.labels["helm.sh/chart"]', "redis-operator-2.4.1", undefined],
    ["R4-release-name", 'metadata.annotations["meta.helm.sh/release-name"]', "redis-operator", undefined],
    ["R4-release-namespace", 'metadata.annotations["meta.helm.sh/release-namespace"]', "redis-system", undefined],
  ]);
});

test("with all of them the checks find nothing", () => {
  expect(findings(prod, [...classes, ...applyLedger(documented, ledger)])).toEqual([]);
});

test.each(ledger.filter(({ without }) => without.by === "check").map((entry) => [entry.id, entry] as const))(
  "without %s alone the named check finds what is recorded, and that is all",
  (_, entry) => {
    const others = ledger.filter((one) => one !== entry);
    expect(findings(prod, [...classes, ...applyLedger(documented, others)])).toEqual(
      Array.from({ length: entry.id === "R1-port" ? 2 : 1 }, () =>
        expect.objectContaining({
          check: entry.without.by === "check" ? entry.without.check : "",
          object: entry.object,
          message: expect.stringContaining(entry.without.answer),
        }),
      ),
    );
  },
);

test("what checks can't see is proven by writers", () => {
  expect(ledger.filter(({ without }) => without.by !== "check").map(({ id, without }) => [id, without])).toEqual([
    ["R3", { by: "second-writer", answer: 'conflict with "kube-controller-manager"' }],
    ["R11", { by: "second-apply", answer: "the second apply changes the object" }],
  ]);
});
