/**
 * A question, which unlike the work has to be answered soon: a member that is down would else be waited for as long as a compaction may take. Not by a flag: etcdctl refuses one that a variable
 * sets as well.
 */
const ASK = "ETCDCTL_COMMAND_TIMEOUT=10s etcdctl endpoint status --write-out=json";

/**
 * Bash script that drops every revision but the latest ones, and waits until they are gone from the file. It needs bash and etcdctl, and nothing else that the image might
 * lack. A member that is down doesn't keep the others from being asked; compacting to where somebody has compacted already is no failure.
 *
 * Environment: `ETCDCTL_*` for every call of etcdctl; `KEEP_REVISIONS`, how many of the latest stay.
 *
 * Source: document 001, section 9; etcd 3.5, etcdctl, README (endpoint status, compaction); compatibility page, E1, E2, E5, E6.
 */
export function compactionScript(): string {
  return `status=$(${ASK}) || echo "Not every member answers." >&2
[[ $status =~ '"revision":'([0-9]+) ]] || { echo "No member told its revision." >&2; exit 1; }
revision=$((BASH_REMATCH[1] - KEEP_REVISIONS))
if ((revision < 1)); then
  echo "No more than $KEEP_REVISIONS revisions: nothing to compact."
  exit 0
fi
echo "Compacting to revision $revision of \${BASH_REMATCH[1]}"
if answer=$(etcdctl compact --physical=true "$revision" 2>&1); then
  echo "$answer"
elif [[ $answer == *"required revision has been compacted"* ]]; then
  echo "It is compacted already."
else
  echo "$answer" >&2
  exit 1
fi
`;
}

/**
 * Bash script that gives the space of dropped revisions back to the disk, one member at a time and the leader last: it answers nothing meanwhile, and two at once would
 * stop the cluster. It ends at the first member that fails.
 *
 * Environment: `ETCDCTL_*`; `ETCDCTL_ENDPOINTS` lists the members.
 *
 * Source: document 001, sections 3 and 9 (Defrag); etcd 3.5, Maintenance, Defragmentation.
 */
export function defragmentationScript(): string {
  return `followers=()
leader=()
for member in \${ETCDCTL_ENDPOINTS//,/ }; do
  status=$(ETCDCTL_ENDPOINTS=$member ${ASK})
  if [[ ! $status =~ '"member_id":'([0-9]+).*'"leader":'([0-9]+) ]]; then
    echo "$member tells neither its own id nor the leader's." >&2
    exit 1
  fi
  if [[ \${BASH_REMATCH[1]} == "\${BASH_REMATCH[2]}" ]]; then leader+=("$member"); else followers+=("$member"); fi
done
for member in "\${followers[@]}" "\${leader[@]}"; do
  echo "Defragmenting $member"
  ETCDCTL_ENDPOINTS=$member etcdctl defrag
done
`;
}
