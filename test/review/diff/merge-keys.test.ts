import { isOf, listMembers } from "../../../review/diff/merge-keys";

const keysOf = (type: string, path: string) => {
  const members = listMembers(type, path.split("."));
  return members?.by === "keys" ? members.keys.join() : members?.by;
};

describe("members of a list are told apart", () => {
  it.each([
    ["apps/Deployment", "spec.template.spec.containers", "name"],
    ["apps/Deployment", "spec.template.spec.containers.env", "name"],
    ["apps/Deployment", "spec.template.spec.containers.ports", "containerPort,protocol"],
    ["apps/Deployment", "spec.template.spec.containers.volumeMounts", "mountPath"],
    ["apps/Deployment", "spec.template.spec.volumes", "name"],
    ["apps/Deployment", "spec.template.spec.tolerations", "set"],
    ["apps/StatefulSet", "spec.volumeClaimTemplates", "metadata.name"],
    ["Service", "spec.ports", "port,protocol"],
    ["networking.k8s.io/NetworkPolicy", "spec.ingress.from", "set"],
    ["rbac.authorization.k8s.io/Role", "rules", "set"],
    ["rbac.authorization.k8s.io/Role", "rules.verbs", "set"],
    ["kafka.strimzi.io/Kafka", "spec.kafka.listeners", "name"],
    ["kafka.strimzi.io/KafkaNodePool", "spec.storage.volumes", "id"],
    ["kafka.strimzi.io/KafkaUser", "spec.authorization.acls", "set"],
    ["karpenter.sh/NodePool", "spec.template.spec.requirements", "key"],
    ["karpenter.sh/NodePool", "spec.template.spec.requirements.values", "set"],
    ["ConfigMap", "data.kafka.groups.rules", "alert|record"],
    ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules", "id"],
    ["aws:iam/policy:Policy", "policy.Statement", "Sid"],
    ["aws:iam/policy:Policy", "policy.Statement.Action", "set"],
    ["aws:iam/policy:Policy", "policy.Statement.Condition.StringLike.s3:prefix", "set"],
    ["aws:eks/nodeGroup:NodeGroup", "subnetIds", "set"],
    ["aws:cloudwatch/eventRule:EventRule", "eventPattern.detail.service", "set"],
  ])("%s %s: by %s", (type, path, expected) => {
    expect(keysOf(type, path)).toBe(expected);
  });

  it.each([
    // Their order means something.
    ["apps/Deployment", "spec.template.spec.containers.args"],
    ["ConfigMap", "data.alertmanager.route.routes"],
    ["aws:eks/nodeGroup:NodeGroup", "instanceTypes"],
    // The same word in another thing.
    ["ConfigMap", "data.metrics.rules"],
    ["apps/Deployment", "spec.listeners"],
  ])("%s %s: by position", (type, path) => {
    expect(keysOf(type, path)).toBeUndefined();
  });
});

test("a type is one of several, or begins as one of them", () => {
  expect(isOf("apps/Deployment", undefined)).toBe(true);
  expect(isOf("apps/Deployment", ["apps/"])).toBe(true);
  expect(isOf("ConfigMap", ["ConfigMap"])).toBe(true);
  expect(isOf("ConfigMapList", ["ConfigMap"])).toBe(false);
  expect(isOf("apps/Deployment", ["batch/"])).toBe(false);
});
