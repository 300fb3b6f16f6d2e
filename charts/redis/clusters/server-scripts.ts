import { SHELL_FUNCTIONS } from "./shell-functions";

/** Seconds in which a replica takes over when its primary is stopped; the documented failovers took 1.4 to 1.8. Source: document 000, section 2. */
export const FAILOVER_SECONDS = 30;

/**
 * Startup probe: succeeds once the server has loaded its data, and introduces it to its peers (`PEERS`, as `host:port`) again.
 *
 * A pod comes back with another address. As long as some servers stay they learn it; when all were gone at once, each knows five addresses that are no more, and none finds another. This
 * runs once per start, after loading, when the server takes commands.
 */
export function startedScript(): string {
  return `${SHELL_FUNCTIONS}
self=127.0.0.1:\${REDIS_PORT:-6379}
[ "$(ask "$self" PING)" = PONG ] || exit 1
own=$(announced "$self")
for peer in $PEERS; do
  # One that doesn't answer introduces itself when it starts.
  [ "$(timeout 1 redis-cli -h "\${peer%:*}" -p "\${peer##*:}" PING 2>/dev/null)" = PONG ] || continue
  other=$(announced "$peer")
  if [ "$other" != "$own" ]; then ask "$self" CLUSTER MEET $other >/dev/null; fi
done
exit 0
`;
}

/**
 * Readiness probe: the server answers, and if it is a replica it has its primary's data. An unready replica spends the disruption budget, so that nothing
 * evicts a primary whose only copy isn't one yet.
 */
export function readyScript(): string {
  return `port=\${REDIS_PORT:-6379}
[ "$(redis-cli -p "$port" PING)" = PONG ] || exit 1
! redis-cli -p "$port" INFO replication | grep -q "^master_link_status:down"
`;
}

/**
 * Runs before a server is told to stop: a primary hands over to its replica first, which the server knows to hold all its writes. So a drained node costs the clients a redirection,
 * and no election. Without a replica, or when it doesn't answer in time, the server stops all the same: its data are saved.
 *
 * Source: document 000, section 2 (Primary Upgrades with planned failover).
 */
export function stopScript(): string {
  return `port=\${REDIS_PORT:-6379}
role() {
  redis-cli -p "$port" ROLE | head -n 1
}
[ "$(role)" = master ] || exit 0
replica=$(redis-cli -p "$port" INFO replication | sed -n 's/^slave[0-9]*:ip=\\([^,]*\\),port=\\([0-9]*\\),state=online,.*/\\1 \\2/p' | head -n 1)
[ -n "$replica" ] || exit 0
set -- $replica
redis-cli -h "$1" -p "$2" CLUSTER FAILOVER
seconds=0
while [ "$(role)" = master ] && [ "$seconds" -lt ${FAILOVER_SECONDS} ]; do
  sleep 1
  seconds=$((seconds + 1))
done
exit 0
`;
}
