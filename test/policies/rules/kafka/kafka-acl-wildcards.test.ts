import { kafkaAclWildcards } from "../../../../policies/rules/kafka/kafka-acl-wildcards";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { USER, user } from "./kafka-objects";

const add = (acl: object) => (things: Things) => objectNamed(things).spec.authorization.acls.push(acl);

describeRule(kafkaAclWildcards, {
  good: () => ({ objects: [user([{ resource: { type: "topic", name: "events" }, operations: ["All"] }])] }),
  holds: [
    [
      "everything on the topics of a prefix",
      add({ resource: { type: "topic", name: "a-", patternType: "prefix" }, operations: ["All"] }),
    ],
    ["one operation on every topic", add({ resource: { type: "topic", name: "*" }, operations: ["Describe"] })],
    ["a user who may do nothing", add({ resource: { type: "topic", name: "*" }, operations: ["All"], type: "deny" })],
  ],
  breaks: [
    [
      "everything on every topic",
      add({ resource: { type: "topic", name: "*", patternType: "literal" }, operations: ["All"] }),
      [`${USER}: spec.authorization.acls[1]: allows All on every topic; name operations, and what they are on`],
    ],
    [
      "everything on every group, by an empty prefix and in the older form",
      add({ resource: { type: "group", name: "", patternType: "prefix" }, operation: "All" }),
      [`${USER}: spec.authorization.acls[1]: allows All on every group; name operations, and what they are on`],
    ],
    [
      "everything on the cluster",
      add({ resource: { type: "cluster" }, operations: ["All"] }),
      [`${USER}: spec.authorization.acls[1]: allows All on the cluster; name operations, and what they are on`],
    ],
  ],
});
