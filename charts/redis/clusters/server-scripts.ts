import { SHELL_FUNCTIONS } from "./shell-functions";

/** Seconds in which a replica takes over when its primary is stopped; the documented failovers took 1.4 to 1.8. Source: document 000, section 2. */
export const FAILOVER_SECONDS = 30;

/**
 * Seconds after which a replica is told again to take over: Redis gives a failover up after 5 and doesn't try another by itself.
 *
 * Source: Redis 7.2, src/cluster.h, CLUSTER_MF_TIMEOUT (5000 ms).
 */
export const FAILOVER_RETRY_SECONDS = 6;

/**
 * Startup probe: succeeds once the server has loaded its data, and introduces it to its peers (`PEERS`, as `host:port`) again.
 *
 * A pod comes back with another address. As long as some servers stay they learn it; when all were gone at once, each knows five addresses that are no more, and none finds another. This
 * runs once per start, after loading, when the server takes commands.
 *
 * A server that comes without its volume knows of no cluster until its peers have answered; it isn't started before, or it would be ready like one before the bootstrap.
 */
export function startedScript(): string {
  return `ANSWER_SECONDS=1
${SHELL_FUNCTIONS}
self=127.0.0.1:\${REDIS_PORT:-6379}
answers "$self" || exit 1
own=$(announced "$self")
formed=
for peer in $PEERS; do
  # One that doesn't answer introduces itself when it starts.
  answers "$peer" || continue
  other=$(announced "$peer")
  [ "$other" != "$own" ] || continue
  ask "$self" CLUSTER MEET $other >/dev/null
  if has_cluster "$peer"; then formed=yes; fi
done
[ -z "$formed" ] || has_cluster "$self"
`;
}

/**
 * Readiness probe: the server answers, and holds data of the cluster: a replica its primary's, a primary slots. An unready one spends the disruption budget, so that nothing
 * evicts the server that has the only copy. Before there are any slots, as long as the bootstrap hasn't run, every server is ready.
 *
 * A primary without slots has lost its volume. It becomes the replica of the other server of its shard (`PARTNER`, as `host:port`), when that has the slots: at once, or
 * when it has been elected, which is why the startup probe is no place for this. Nothing can get lost: it has no keys, and Redis itself refuses to make a replica of a primary that has keys or
 * slots. Where the partner has no slots either, nobody here knows what is right, and the server stays unready.
 *
 * Source: Redis 7.2, CLUSTER REPLICATE; CLUSTER INFO (cluster_slots_assigned: slots that a server knows an owner of).
 */
export function readyScript(): string {
  return `${SHELL_FUNCTIONS}
self=127.0.0.1:\${REDIS_PORT:-6379}
answers "$self" || exit 1
if is_replica "$self"; then
  ask "$self" INFO replication | grep -q "^master_link_status:up" || exit 1
  exit 0
fi
if [ -n "$(slots "$self")" ] || ask "$self" CLUSTER INFO | grep -q "^cluster_slots_assigned:0"; then exit 0; fi
ANSWER_SECONDS=1
if [ "$(ask "$self" DBSIZE)" = 0 ] && ! is_replica "$PARTNER" && [ -n "$(slots "$PARTNER")" ]; then
  ask "$self" CLUSTER REPLICATE "$(ask "$PARTNER" CLUSTER MYID)"
fi
exit 1
`;
}

/**
 * Runs before a server is told to stop: a primary hands over to its replica first, which the server knows to hold all its writes. So a drained node costs the clients a redirection,
 * and no election. A replica that refuses is passed over for the next one, and one that doesn't manage is told again. Without a replica, or when none takes over in
 * time, the server stops all the same: its data are saved.
 *
 * Source: document 000, section 2 (Primary Upgrades with planned failover).
 */
export function stopScript(): string {
  return `${SHELL_FUNCTIONS}
self=127.0.0.1:\${REDIS_PORT:-6379}
role() {
  ask "$self" ROLE | head -n 1
}
replicas() {
  ask "$self" INFO replication | sed -n 's/^slave[0-9]*:ip=\\([^,]*\\),port=\\([0-9]*\\),state=online,.*/\\1:\\2/p'
}
end=$(($(date +%s) + ${FAILOVER_SECONDS}))
next=0
while [ "$(role)" = master ]; do
  now=$(date +%s)
  if [ "$now" -ge "$end" ]; then break; fi
  if [ "$now" -ge "$next" ]; then
    candidates=$(replicas)
    if [ -z "$candidates" ]; then break; fi
    for replica in $candidates; do
      if [ "$(ask "$replica" CLUSTER FAILOVER)" = OK ]; then break; fi
    done
    next=$((now + ${FAILOVER_RETRY_SECONDS}))
  fi
  sleep 1
done
exit 0
`;
}
