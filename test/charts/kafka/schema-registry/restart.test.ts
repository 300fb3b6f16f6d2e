import { SCHEMA_REGISTRY_PODS } from "../../../../charts/kafka/schema-registry/address";
import { restartCronJob, restartRole, restartRoleBinding } from "../../../../charts/kafka/schema-registry/restart";
import { valueAt } from "../../../../charts/kube-object";
import { prodPlatform } from "../../../infra/prod-platform";

const plain = (value: object) => JSON.parse(JSON.stringify(value));
const cronJob = plain(restartCronJob(prodPlatform()));
const template = valueAt(cronJob, ["spec", "jobTemplate", "spec", "template"]);

/** Days from a renewal to the end of the old certificate. Source: strimzi-kafka-operator 0.42.0, CertificateAuthority (renewalDays). */
const RENEWAL_DAYS = 30;

describe("the restart of the registry", () => {
  it("comes every week, well within the time that an old certificate is good for after its renewal", () => {
    const [minute, hour, day, month, weekday] = prodPlatform().schemaRegistry.restart.schedule.split(" ");
    expect([minute, hour, day, month, weekday]).toEqual(["30", "3", "*", "*", "2"]);
    expect(7).toBeLessThan(RENEWAL_DAYS);
    expect(cronJob.spec).toMatchObject({ schedule: "30 3 * * 2", timeZone: "Etc/UTC", concurrencyPolicy: "Forbid" });
  });

  it("is one call of kubectl, of the cluster's minor version", () => {
    const { cluster } = prodPlatform();
    expect(valueAt(template, ["spec", "containers", 0])).toMatchObject({
      image: `registry.k8s.io/kubectl:v${cluster.version}.14`,
      args: ["--cache-dir=/cache", "--namespace=kafka-prod", "rollout", "restart", "deployment/schema-registry"],
    });
  });

  it("may read and change the one Deployment, and nothing else", () => {
    expect(restartRole(prodPlatform()).rules).toEqual([
      { apiGroups: ["apps"], resources: ["deployments"], resourceNames: ["schema-registry"], verbs: ["get", "patch"] },
    ]);
    expect(restartRoleBinding(prodPlatform())).toEqual({
      metadata: { name: "schema-registry-restart", namespace: "kafka-prod" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "schema-registry-restart" },
      subjects: [{ kind: "ServiceAccount", name: "schema-registry-restart", namespace: "kafka-prod" }],
    });
  });

  it("runs in a pod of the restricted level that isn't taken for an instance", () => {
    expect(valueAt(template, ["metadata", "labels"])).not.toMatchObject(SCHEMA_REGISTRY_PODS);
    expect(valueAt(template, ["spec"])).toMatchObject({
      serviceAccountName: "schema-registry-restart",
      automountServiceAccountToken: true,
      securityContext: { runAsNonRoot: true, runAsUser: 65_532, seccompProfile: { type: "RuntimeDefault" } },
    });
    expect(valueAt(template, ["spec", "containers", 0, "securityContext"])).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });
});
