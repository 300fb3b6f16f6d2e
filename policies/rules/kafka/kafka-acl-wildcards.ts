import { listAt, textAt } from "../../../charts/checks/object-readers";
import { operationsOf } from "../../readers/kafka-acls";
import { objectRule, problem } from "../../rule";

const ACLS = ["spec", "authorization", "acls"] as const;

/** No user may do everything with everything. */
export const kafkaAclWildcards = objectRule(
  {
    id: "kafka-acl-wildcards",
    title: "No access list allows every operation on all topics, all groups or the cluster",
    severity: "high",
    enforcement: "mandatory",
    why: "One stolen certificate would be enough to read, delete and reconfigure everything in the cluster.",
    remediation: "Name the topics and groups, by name or prefix, and the operations that the user needs.",
    link: "https://strimzi.io/docs/operators/latest/configuring.html#type-AclRule-reference",
  },
  {
    kinds: ["kafka.strimzi.io/KafkaUser"],
    check: (user) =>
      listAt(user, ACLS).flatMap((acl, index) => {
        const type = textAt(acl, ["resource", "type"]);
        return textAt(acl, ["type"]) !== "deny" && operationsOf(acl).includes("All") && coversType(acl, type)
          ? [
              problem(
                [...ACLS, index],
                `allows All on ${type === "cluster" ? "the cluster" : `every ${type}`}; name operations, and what they are on`,
              ),
            ]
          : [];
      }),
  },
);

/** Whether an entry is about all resources of its type. There is only one cluster. */
function coversType(acl: unknown, type: string): boolean {
  const name = textAt(acl, ["resource", "name"]);
  const byPrefix = textAt(acl, ["resource", "patternType"]) === "prefix";
  return type === "cluster" || (byPrefix ? name === "" : name === "*");
}
