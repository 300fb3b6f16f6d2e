import { kafkaUserAuthentication } from "../../../../policies/rules/kafka/kafka-user-authentication";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { USER, user } from "./kafka-objects";

const topic = { type: "topic", name: "events" };
const alone =
  (...acls: readonly object[]) =>
  (things: Things) => {
    things.objects = [user(acls, {})];
  };

describeRule(kafkaUserAuthentication, {
  good: () => ({ objects: [user([{ resource: topic, operations: ["Read"] }])] }),
  holds: [
    ["a name that nobody has, which only closes a topic", alone({ resource: topic, operations: ["Describe"] })],
    ["a name that is refused something", alone({ resource: topic, operations: ["Write"], type: "deny" })],
    ["a user that has quotas alone", (things) => Object.assign(objectNamed(things), { spec: { quotas: {} } })],
  ],
  breaks: [
    [
      "a reader who doesn't sign in",
      alone({ resource: topic, operations: ["Describe", "Read"] }),
      [`${USER}: spec.authentication: is missing, and the user may Read`],
    ],
    [
      "a writer of several topics who doesn't sign in, in the older form",
      alone({ resource: topic, operation: "Write" }, { resource: topic, operations: ["Write", "Alter"] }),
      [`${USER}: spec.authentication: is missing, and the user may Alter, Write`],
    ],
  ],
});
