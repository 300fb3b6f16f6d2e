import { partRule } from "../../part-rule";
import { REDIS_SERVERS } from "../../readers/redis-servers";
import { problem } from "../../rule";

/** Seconds and changes after which a snapshot is taken, once or several times in a line. */
const SNAPSHOTS = /^\d+ \d+( \d+ \d+)*$/;

/** A server's data outlives its process, and somebody has said how. */
export const redisPersistence = partRule(
  {
    id: "redis-persistence",
    title: "Every Redis server says how it keeps its data: an append-only file, snapshots, or both",
    severity: "high",
    enforcement: "mandatory",
    why: "A server that restarts empty tells its replicas to be empty, too; what it does unsaid differs from release to release.",
    remediation: "Write appendonly yes or a save line with seconds and changes into the redis.conf.",
    link: "https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/",
  },
  {
    ...REDIS_SERVERS,
    check: ({ containerPath, setting }) => {
      const [appendOnly, save] = [setting("appendonly"), setting("save")];
      return appendOnly === "yes" || SNAPSHOTS.test(save?.replaceAll('"', "") ?? "")
        ? []
        : [
            problem(
              containerPath,
              `appendonly is ${appendOnly ?? "not set"} and save is ${save ?? "not set"}; one of them has to keep the data`,
            ),
          ];
    },
  },
);
