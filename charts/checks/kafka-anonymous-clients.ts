import { has } from "../../config/parts";
import { type KubeObject, valueAt } from "../kube-object";
import { namesResource } from "./acl-names";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { finding, listAt, mappingAt, textAt } from "./object-readers";
import { containersOf, podTemplates } from "./pod-templates";
import { membersOf, strimziObjects } from "./strimzi-objects";

/** Setting that lets everybody at what no access list covers. */
const OPEN = "allow.everyone.if.no.acl.found";

/** A listener that asks nobody who he is serves somebody, and an access list closes what it names to all who aren't on it. */
export const kafkaAnonymousClients: ManifestCheck = {
  title: "Clients of a listener without authentication are refused nothing that they use",
  severity: "high",
  why: "With an authorizer, clients without a name may do nothing unless the brokers say otherwise, and nothing with what any user's access list names.",
  remediation: `Ask for authentication on the listener, or set ${OPEN} and have a Job admit User:ANONYMOUS to what access lists name.`,
  source: "Apache Kafka 3.7, StandardAuthorizer (User:ANONYMOUS); compatibility page, S7; docs/decisions.md, B3",
  link: "https://kafka.apache.org/37/security/authorization-and-acls/",
  find: (manifests) =>
    strimziObjects(manifests.objects, "Kafka")
      .filter((kafka) => valueAt(kafka, ["spec", "kafka", "authorization"]) !== undefined)
      .filter((kafka) => !listAt(kafka, ["spec", "kafka", "authorization", "superUsers"]).includes("ANONYMOUS"))
      .flatMap((kafka) => judge(kafka, manifests)),
};

function judge(kafka: KubeObject, manifests: Manifests): readonly ManifestFinding[] {
  const open = mappingAt(kafka, ["spec", "kafka", "config"])[OPEN] === true;
  const closed = open ? closedResources(kafka, manifests) : [];
  if (open && closed.length === 0) return [];
  const refused = open
    ? `${closed.join(", ")}, which the access list of a KafkaUser names: have a Job admit User:ANONYMOUS there, or set vantage:kafka.listeners.anonymousAcls to false`
    : `everything: set ${OPEN}, or ask for authentication`;
  return listAt(kafka, ["spec", "kafka", "listeners"]).flatMap((listener, index) =>
    valueAt(listener, ["authentication"]) !== undefined
      ? []
      : [
          finding(
            kafka,
            ["spec", "kafka", "listeners", index],
            `whoever comes by listener ${textAt(listener, ["name"])} is refused ${refused}`,
          ),
        ],
  );
}

/** The applications' topics and groups that a user's list names and no Job opens, where the stack file wants them kept open. */
function closedResources(kafka: KubeObject, { objects, platform }: Manifests): readonly string[] {
  if (!has(platform, "kafka") || !platform.kafka.listeners.anonymousAcls) return [];
  const acls = membersOf(kafka, objects, "KafkaUser").flatMap((user) =>
    listAt(user, ["spec", "authorization", "acls"]),
  );
  const admitted = admittedByJobs(objects, kafka.metadata.namespace);
  const used = [
    ...Object.keys(platform.kafka.topics).map((name) => ({ type: "topic", name }) as const),
    ...platform.kafka.consumerGroups.map((name) => ({ type: "group", name }) as const),
  ];
  return used
    .filter(({ type, name }) => acls.some((acl) => namesResource(acl, type, name)))
    .map(({ type, name }) => `${type} ${name}`)
    .filter((resource) => !admitted.has(resource));
}

/** What Jobs of a namespace let those without a name at, by lines of theirs that run kafka-acls.sh. */
function admittedByJobs(objects: readonly KubeObject[], namespace: string | undefined): ReadonlySet<string> {
  const lines = podTemplates(objects.filter(({ kind, metadata }) => kind === "Job" && metadata.namespace === namespace))
    .flatMap(containersOf)
    .flatMap(({ container }) => [...listAt(container, ["command"]), ...listAt(container, ["args"])])
    .flatMap((text) => String(text).split("\n"))
    .filter((line) => /\s--add\s.*\sUser:ANONYMOUS\s/.test(line));
  return new Set(
    lines.flatMap((line) => [...line.matchAll(/--(topic|group) (\S+)/g)].map(([, type, name]) => `${type} ${name}`)),
  );
}
