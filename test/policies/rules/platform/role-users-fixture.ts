import { type Changeable, resource, type Things } from "../../estate-fixture";

export const RELEASE = "kubernetes:helm.sh/v3:Release";
export const ADD_ON = "aws:eks/addon:Addon";
export const ANNOTATION = "eks.amazonaws.com/role-arn";

/** The ARN of a role of prod's account. */
export function roleArn(name: string): string {
  return `arn:aws:iam::123456789012:role/${name}`;
}

/** A trust policy in these service accounts. */
export function trustIn(...accounts: readonly string[]): string {
  const subjects = accounts.map((account) => `system:serviceaccount:${account}`);
  return JSON.stringify({
    Statement: [
      {
        Effect: "Allow",
        Action: ["sts:AssumeRoleWithWebIdentity"],
        Condition: {
          StringEquals: { "oidc.example/id/A:sub": subjects, "oidc.example/id/A:aud": "sts.amazonaws.com" },
        },
      },
    ],
  });
}

/** A service account, a chart, a resource of an operator and an add-on, each with a role that trusts it. */
export function roleUsers(): Things {
  const role = (name: string, account: string, more: Changeable = {}) =>
    resource("aws:iam/role:Role", name, { name, assumeRolePolicy: trustIn(account), ...more });
  const annotations = (name: string) => ({ [ANNOTATION]: roleArn(name) });
  return {
    resources: [
      role("backup", "data:backup", { path: "/trial/" }),
      role("logs", "logging:fluent-bit"),
      role("connect", "kafka:sink-connect"),
      role("volumes", "kube-system:ebs-csi-controller-sa"),
      resource(RELEASE, "logs-release", {
        namespace: "logging",
        values: { serviceAccount: { name: "fluent-bit", annotations: annotations("logs") } },
      }),
      resource(ADD_ON, "csi", { addonName: "aws-ebs-csi-driver", serviceAccountRoleArn: roleArn("volumes") }),
    ],
    objects: [
      {
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata: { name: "backup", namespace: "data", annotations: annotations("trial/backup") },
      },
      {
        apiVersion: "kafka.strimzi.io/v1beta2",
        kind: "KafkaConnect",
        metadata: { name: "sink", namespace: "kafka" },
        spec: { template: { serviceAccount: { metadata: { annotations: annotations("connect") } } } },
      },
    ],
  } as Things;
}
