import type { PlatformWith } from "../../../config/parts";
import type { KubeObject } from "../../kube-object";
import { type AclRule, allow, tlsUser } from "../tls-user";

/**
 * What the applications may do: write and read the documented topics, and read in the documented groups; nothing by prefix, no topic made or
 * changed. They share one user, so that it can't be said which of them may do what.
 *
 * A topic or group that is named here is closed to everybody else; who comes without a name is let in again by anonymousAclsJob.
 *
 * Source: document 002, sections 5 and 10.
 */
export function applicationAcls({ kafka }: PlatformWith<"kafka">): readonly AclRule[] {
  return [
    ...Object.keys(kafka.topics).map((topic) => allow("topic", topic, ["Describe", "Read", "Write"])),
    ...kafka.consumerGroups.map((group) => allow("group", group, ["Describe", "Read"])),
  ];
}

/**
 * The user of the applications. Its certificate is in the Secret of its name.
 *
 * On a cluster where the user is there already, with its list, the list begins to hold as soon as the brokers have an authorizer, minutes before the Job
 * is done: whoever adopts one takes `spec.authorization` out of the user first.
 */
export function applicationUser(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): KubeObject {
  return tlsUser(platform, platform.kafka.applicationUser, applicationAcls(platform));
}
