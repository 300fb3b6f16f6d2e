import { aclAdmin, anonymousAclsJob } from "../../../../charts/kafka/cluster/anonymous-acls-job";
import { valueAt } from "../../../../charts/kube-object";
import { creationMinutes } from "../../../../infra/kubernetes/readiness";
import { type ProdPlatform, prodPlatform, prodWith } from "../../../infra/prod-platform";

const job = (platform: ProdPlatform = prodPlatform()) => JSON.parse(JSON.stringify(anonymousAclsJob(platform)));
const pod = () => valueAt(job(), ["spec", "template", "spec"]);

describe("the Job of the access lists", () => {
  it("has a user that may write access lists, and nothing else", () => {
    expect(aclAdmin(prodPlatform()).spec).toEqual({
      authentication: { type: "tls" },
      authorization: {
        type: "simple",
        acls: [{ resource: { type: "cluster" }, operations: ["Alter"], host: "*" }],
      },
    });
  });

  it("runs Kafka's own tool, of the brokers' release, against the listener with encryption", () => {
    const container = valueAt(pod(), ["containers", 0]);
    expect(container).toMatchObject({ image: "quay.io/strimzi/kafka:0.42.0-kafka-3.7.1", workingDir: "/opt/kafka" });
    expect(valueAt(container, ["env"])).toContainEqual({
      name: "BOOTSTRAP_SERVERS",
      value: "kafka-prod-kafka-bootstrap:9093",
    });
  });

  it("is of the restricted level, off the brokers' nodes, with its user's keys and no token", () => {
    expect(pod()).toMatchObject({
      serviceAccountName: "kafka-acl-admin",
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 1_001, seccompProfile: { type: "RuntimeDefault" } },
    });
    expect(valueAt(pod(), ["containers", 0, "securityContext"])).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(JSON.stringify(valueAt(pod(), ["affinity"]))).toContain('"operator":"NotIn","values":["worker-kafka-v2"]');
    const volumes = valueAt(pod(), ["volumes"]) as readonly { secret?: { secretName: string; items: object[] } }[];
    expect(volumes.flatMap(({ secret }) => (secret === undefined ? [] : [[secret.secretName, secret.items]]))).toEqual([
      ["kafka-prod-cluster-ca-cert", ["ca.p12", "ca.password"].map((key) => ({ key, path: key }))],
      ["kafka-acl-admin", ["user.p12", "user.password"].map((key) => ({ key, path: key }))],
    ]);
  });

  it("is another Job for other topics, and the same one otherwise", () => {
    const other = prodWith(({ kafka }) => Object.assign(kafka.topics, { "vantage-returns": { partitions: 6 } }));
    expect(job().metadata).toEqual(job().metadata);
    expect(job(other).metadata.name).not.toBe(job().metadata.name);
  });

  it("is given its whole half an hour by Pulumi", () => {
    expect(job().spec).toMatchObject({ activeDeadlineSeconds: 1_800, backoffLimit: 3 });
    const minutes = creationMinutes({ apiVersion: "batch/v1", kind: "Job", ...job() });
    expect(minutes).toBeGreaterThan(30);
  });
});
