import { GP3_BASELINE_MIB_PER_SECOND } from "../../config/reference/ebs";
import { referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { type RedisServer, redisServers } from "./redis-server";

/** Kubernetes' own, where a pod says nothing. */
const DEFAULT_GRACE_SECONDS = 30;

/** Reckons with a full memory, and with the speed that every gp3 volume has. */
export const redisShutdown: ManifestCheck = {
  title: "A Redis server that saves when it stops has the time to",
  severity: "critical",
  why: "A server that is killed while it saves leaves the snapshot before: with no append-only file everything since is lost.",
  remediation: "Raise terminationGracePeriodSeconds to the time in which a full memory is written.",
  source: "document 000, section 2 (Graceful, SAVE completed); Amazon EBS user guide, gp3 (125 MiB/s)",
  link: "https://redis.io/docs/latest/operate/oss_and_stack/reference/signals/",
  find: ({ objects }) => redisServers(objects).flatMap(judge),
};

function judge({ template, maxmemory, persistent }: RedisServer): readonly ManifestFinding[] {
  if (!persistent || maxmemory === undefined) return [];
  const path = [...template.path, "spec", "terminationGracePeriodSeconds"];
  const given = Number(valueAt(template.object, path) ?? DEFAULT_GRACE_SECONDS);
  const needed = Math.ceil(maxmemory / 2 ** 20 / GP3_BASELINE_MIB_PER_SECOND);
  if (given >= needed) return [];
  const message = `${given} s to stop; a full memory is written in ${needed} s at ${GP3_BASELINE_MIB_PER_SECOND} MiB/s`;
  return [{ object: referenceOf(template.object), path, message }];
}
