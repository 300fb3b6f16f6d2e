import { serviceAccountTrusted } from "../../../../policies/rules/platform/service-account-trusted";
import { inputsIn, objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { ADD_ON, ANNOTATION, RELEASE, roleUsers, trustIn } from "./role-users-fixture";

const AT_VALUES = `values.serviceAccount.annotations["${ANNOTATION}"]`;

describeRule(serviceAccountTrusted, {
  good: roleUsers,
  holds: [
    [
      "a trust in any account of the namespace, which is another rule's matter",
      (things) => Object.assign(inputsIn(things), { assumeRolePolicy: trustIn("data:*").replace("Equals", "Like") }),
    ],
    [
      "an operator whose naming isn't known",
      (things) => Object.assign(objectNamed(things, "sink"), { apiVersion: "example.com/v1", kind: "Sink" }),
    ],
  ],
  breaks: [
    [
      "a trust policy that nobody can read",
      (things) => Object.assign(inputsIn(things), { assumeRolePolicy: "{" }),
      [
        `ServiceAccount data/backup: metadata.annotations["${ANNOTATION}"]: asks for backup, whose assumeRolePolicy is no JSON; a policy is an object with Version and Statement`,
      ],
    ],
    [
      "a role for another account",
      (things) => Object.assign(inputsIn(things), { assumeRolePolicy: trustIn("data:restore") }),
      [
        `ServiceAccount data/backup: metadata.annotations["${ANNOTATION}"]: asks for backup for data:backup; the role trusts data:restore`,
      ],
    ],
    [
      "the account in another namespace",
      (things) => Object.assign(objectNamed(things, "sink").metadata, { namespace: "kafka-2" }),
      [
        `kafka.strimzi.io/KafkaConnect kafka-2/sink: spec.template.serviceAccount.metadata.annotations["${ANNOTATION}"]: asks for connect for kafka-2:sink-connect; the role trusts kafka:sink-connect`,
      ],
    ],
    [
      "a role for instances",
      (things) => {
        inputsIn(things, "volumes").assumeRolePolicy = JSON.stringify({
          Statement: { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } },
        });
      },
      [
        `${ADD_ON} csi: serviceAccountRoleArn: asks for volumes for kube-system:ebs-csi-controller-sa; the role trusts no service account`,
      ],
    ],
    [
      "a statement that denies",
      (things) => {
        const { assumeRolePolicy } = inputsIn(things, "logs");
        inputsIn(things, "logs").assumeRolePolicy = assumeRolePolicy.replace("Allow", "Deny");
      },
      [
        `${RELEASE} logs-release: ${AT_VALUES}: asks for logs for logging:fluent-bit; the role trusts no service account`,
      ],
    ],
    [
      "a chart that makes up the account's name",
      (things) => delete inputsIn(things, "logs-release").values.serviceAccount.name,
      [
        `${RELEASE} logs-release: ${AT_VALUES}: nothing says what the service account is called; logs has to trust it by its name`,
      ],
    ],
  ],
  unreadable: [
    [
      "a trust policy that is known later",
      (things) => Object.assign(inputsIn(things), { assumeRolePolicy: "[unknown]" }),
      ["ServiceAccount data/backup: assumeRolePolicy is unknown before it is created"],
    ],
  ],
  ignores: [
    [
      "roles that aren't there, which is another rule's matter",
      (things) => {
        things.resources = things.resources.filter(({ type }) => type !== "aws:iam/role:Role");
      },
    ],
  ],
});
