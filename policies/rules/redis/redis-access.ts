import { mappingAt } from "../../../charts/checks/object-readers";
import { portsOf } from "../../../charts/checks/pod-templates";
import type { RedisServer } from "../../../charts/checks/redis-server";
import { pathText, referenceOf, referenceText } from "../../../charts/kube-object";
import { REDIS_PORT } from "../../../config/reference/redis";
import type { Estate } from "../../estate";
import { partRule } from "../../part-rule";
import { ingressPoliciesOf, openRules } from "../../readers/network-policies";
import { REDIS_SERVERS } from "../../readers/redis-servers";
import { type Problem, problem } from "../../rule";

/** Directives by which a server asks for a password. Source: redis.conf of 7.2, SECURITY. */
const PASSWORDS = ["requirepass", "user", "aclfile"];

/** How a configuration writes nothing. */
const NONE = '""';

/** A server without a password and without protected mode is reached only by pods that a network policy names. */
export const redisAccess = partRule(
  {
    id: "redis-access",
    title: "A Redis server without a password is reached by nobody but the pods that a network policy names",
    severity: "critical",
    enforcement: "mandatory",
    why: "Every pod of the cluster could read and remove all keys, and have the server write files of its choice.",
    remediation:
      "Set requirepass or an aclfile, or write a NetworkPolicy for the server's pods that names its clients.",
    link: "https://redis.io/docs/latest/operate/oss_and_stack/management/security/",
  },
  {
    ...REDIS_SERVERS,
    check: (server, estate) => (isGuarded(server) ? [] : unwalled(server, estate)),
  },
);

/** Whether the server itself refuses strangers. Protected mode answers other hosts only where there is a password. */
function isGuarded({ setting }: RedisServer): boolean {
  return (setting("protected-mode") ?? "yes") !== "no" || PASSWORDS.some((name) => (setting(name) ?? NONE) !== NONE);
}

function unwalled(server: RedisServer, estate: Estate): readonly Problem[] {
  const { template, container, containerPath, setting } = server;
  const open = "protected-mode is no and there is no password";
  const policies = ingressPoliciesOf(template, estate);
  if (policies.length === 0) {
    return [problem(containerPath, `${open}; no NetworkPolicy limits who reaches these pods`)];
  }
  const port = Number(setting("port") ?? REDIS_PORT);
  const names = portsOf(mappingAt(container, []))
    .filter(({ number }) => number === port)
    .map(({ name }) => name);
  return policies.flatMap((policy) =>
    openRules(policy, port, names).map((index) =>
      problem(
        containerPath,
        `${open}; ${pathText(["spec", "ingress", index])} of ${referenceText(referenceOf(policy))} admits everybody to port ${port}`,
      ),
    ),
  );
}
