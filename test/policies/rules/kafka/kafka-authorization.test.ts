import { kafkaAuthorization } from "../../../../policies/rules/kafka/kafka-authorization";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { KAFKA, kafka } from "./kafka-objects";

describeRule(kafkaAuthorization, {
  good: () => ({ objects: [kafka({ authorization: { type: "simple", superUsers: ["CN=admin"] } })] }),
  holds: [["no super users", (things) => delete objectNamed(things).spec.kafka.authorization.superUsers]],
  breaks: [
    [
      "no authorizer",
      (things) => delete objectNamed(things).spec.kafka.authorization,
      [`${KAFKA}: spec.kafka.authorization: is missing; simple, opa, keycloak or custom has to be its type`],
    ],
    [
      "everybody as a super user",
      (things) => objectNamed(things).spec.kafka.authorization.superUsers.push("User:ANONYMOUS"),
      [
        `${KAFKA}: spec.kafka.authorization.superUsers[1]: is User:ANONYMOUS, which is everybody; name users that sign in`,
      ],
    ],
  ],
});
