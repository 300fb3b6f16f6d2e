import { serviceAccountRole } from "../../../../policies/rules/platform/service-account-role";
import { inputsIn, objectNamed, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { ADD_ON, ANNOTATION, RELEASE, roleArn, roleUsers } from "./role-users-fixture";

const gone = { [ANNOTATION]: roleArn("gone") };
const SAYS = `is ${roleArn("gone")}, which is no role of the plan`;

describeRule(serviceAccountRole, {
  good: roleUsers,
  breaks: [
    [
      "a service account",
      (things) => Object.assign(objectNamed(things).metadata.annotations, gone),
      [`ServiceAccount data/backup: metadata.annotations["${ANNOTATION}"]: ${SAYS}`],
    ],
    [
      "a role at another path",
      (things) => Object.assign(inputsIn(things), { path: "/" }),
      [
        `ServiceAccount data/backup: metadata.annotations["${ANNOTATION}"]: is ${roleArn("trial/backup")}, which is no role of the plan`,
      ],
    ],
    [
      "a resource of an operator",
      (things) => Object.assign(objectNamed(things, "sink").spec.template.serviceAccount.metadata.annotations, gone),
      [
        `kafka.strimzi.io/KafkaConnect kafka/sink: spec.template.serviceAccount.metadata.annotations["${ANNOTATION}"]: ${SAYS}`,
      ],
    ],
    [
      "values of a chart",
      (things) => Object.assign(inputsIn(things, "logs-release").values.serviceAccount.annotations, gone),
      [`${RELEASE} logs-release: values.serviceAccount.annotations["${ANNOTATION}"]: ${SAYS}`],
    ],
    [
      "an add-on",
      (things) => Object.assign(inputsIn(things, "csi"), { serviceAccountRoleArn: roleArn("gone") }),
      [`${ADD_ON} csi: serviceAccountRoleArn: ${SAYS}`],
    ],
  ],
  unreadable: [
    [
      "a release of which nothing is shown",
      (things) => {
        for (const one of things.resources.filter(({ name }) => name === "logs-release")) one.inputs = {};
      },
      [`${RELEASE} logs-release: every input is unknown before it is created`],
    ],
    [
      "roles that are known later",
      (things) => {
        inputsIn(things, "csi").serviceAccountRoleArn = "[unknown]";
        objectNamed(things).metadata.annotations[ANNOTATION] = "[unknown]";
      },
      [
        `ServiceAccount data/backup: metadata.annotations["${ANNOTATION}"] is unknown before it is created`,
        `${ADD_ON} csi: serviceAccountRoleArn is unknown before it is created`,
      ],
    ],
  ],
  ignores: [
    [
      "kinds that name no role, of which nothing is shown",
      (things) => {
        things.resources = [resource("kubernetes:core/v1:ConfigMap", "a", {}) as never];
        things.objects = [];
      },
    ],
    [
      "service accounts without a role",
      (things) => {
        things.resources = [];
        things.objects = things.objects.slice(0, 1);
        delete things.objects[0]?.metadata.annotations;
      },
    ],
  ],
});
