import { REDIS_SLOTS } from "../../../config/reference/redis";
import { SHELL_FUNCTIONS } from "./shell-functions";

/**
 * The hash slots of each primary, as `first-last`, split as `redis-cli --cluster create` splits them.
 *
 * @example slotRanges(3) // ["0-5460", "5461-10922", "10923-16383"], as document 000, section 2 has them
 */
export function slotRanges(shards: number): readonly string[] {
  const bound = (shard: number) => Math.round((shard * REDIS_SLOTS) / shards);
  return Array.from({ length: shards }, (_, shard) => `${bound(shard)}-${bound(shard + 1) - 1}`);
}

/**
 * Shell script that makes a cluster of empty servers, or makes it whole again, and changes nothing when it is whole.
 *
 * It takes from its environment the servers as `host:port`, separated by spaces and in the order of the shards: `PRIMARIES`, `REPLICAS`; their slots in `SLOTS`; and
 * in `TIMEOUT_SECONDS` how long it may take. It succeeds when every server says that the cluster is up and every replica follows.
 *
 * Not `redis-cli --cluster create`: that refuses servers which know each other, so that one which was interrupted can't be taken up again, and it pairs primaries
 * and replicas as it sees fit. Each step here is one that can be repeated, and a shard whose two servers have changed roles, or one of which has lost its volume,
 * is put together as it stands.
 */
export function bootstrapScript(): string {
  return `${SHELL_FUNCTIONS}
# An error of the server is one of the script, which redis-cli would only print.
change() {
  answer=$(ask "$@") || answer="no answer"
  case $answer in
    OK) ;;
    *) echo "$*: $answer" >&2; return 1 ;;
  esac
}

deadline=$(($(date +%s) + TIMEOUT_SECONDS))
wait_until() {
  until "$@" 2>/dev/null; do
    if [ "$(date +%s)" -ge "$deadline" ]; then
      echo "Not within $TIMEOUT_SECONDS s: $*" >&2
      ask "$first" CLUSTER NODES >&2
      exit 1
    fi
    sleep 1
  done
}

# The cluster is up for this server, and it has slots or follows one that has.
settled() {
  ask "$1" CLUSTER INFO | grep -q "^cluster_state:ok" || return 1
  if is_replica "$1"; then
    ask "$1" INFO replication | grep -q "^master_link_status:up"
  else
    [ -n "$(slots "$1")" ]
  fi
}

all_settled() {
  for node in $nodes; do settled "$node" || return 1; done
}

# A handshake that isn't over has no name yet.
acquainted() {
  for node in $nodes; do
    [ "$(ask "$node" CLUSTER NODES | grep -vc handshake)" -ge "$count" ] || return 1
  done
}

knows() {
  ask "$1" CLUSTER NODES | grep -v handshake | grep -q "^$2 "
}

nodes="$PRIMARIES $REPLICAS"
count=$(echo $nodes | wc -w)
first=\${PRIMARIES%% *}
for node in $nodes; do wait_until answers "$node"; done
if all_settled; then
  echo "The cluster is up: nothing to do."
  exit 0
fi

for node in $nodes; do
  if [ "$node" != "$first" ]; then change "$first" CLUSTER MEET $(announced "$node"); fi
done
wait_until acquainted

set -- $REPLICAS
for range in $SLOTS; do
  primary=\${PRIMARIES%% *}
  PRIMARIES=\${PRIMARIES#* }
  replica=$1
  shift
  if [ -z "$(slots "$primary")$(slots "$replica")" ]; then
    # The server refuses slots that another one has.
    change "$primary" CLUSTER ADDSLOTSRANGE "\${range%-*}" "\${range#*-}"
  fi
  if [ -n "$(slots "$primary")" ]; then leader=$primary follower=$replica; else leader=$replica follower=$primary; fi
  if [ -z "$(slots "$follower")" ] && ! is_replica "$follower"; then
    id=$(ask "$leader" CLUSTER MYID)
    wait_until knows "$follower" "$id"
    change "$follower" CLUSTER REPLICATE "$id"
  fi
done

wait_until all_settled
ask "$first" CLUSTER INFO | grep -E "^cluster_(state|slots_ok|known_nodes|size):"
`;
}
