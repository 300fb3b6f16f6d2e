import { BACKUP_PATH } from "./paths";
import { SHELL_FUNCTIONS } from "./shell-functions";

/**
 * Storage class of the objects. It is charged for 30 days at least, which is how long the lifecycle keeps them.
 *
 * Source: document 000, section 2 (STANDARD_IA; 30 days, s3-redis-backup-lifecycle).
 */
export const BACKUP_STORAGE_CLASS = "STANDARD_IA";

/**
 * Shell script that takes a snapshot of every shard into a folder, one after the other so that one server at a time has a forked child. It asks both servers of a shard which
 * of them is the primary: names don't tell, after a failover.
 *
 * Files are named after the documented object, redis-prod-main-2025-09-08T1415.rdb, with the shard: the document's one name can't hold its three snapshots.
 *
 * Environment: `CLUSTER`, the cluster's name; `PRIMARIES` and `REPLICAS` as `host:port` in the order of the shards; `SHARD_SECONDS`, in which
 * a snapshot has to arrive; `FOLDER` in tests.
 *
 * Source: document 000, section 2 (BGSAVE on all primaries; Upload Destination).
 */
export function snapshotScript(): string {
  return `${SHELL_FUNCTIONS}
cd "\${FOLDER:-${BACKUP_PATH}}"
stamp=$(date -u +%Y-%m-%dT%H%M)
shard=0
set -- $REPLICAS
for node in $PRIMARIES; do
  source=
  for candidate in "$node" "$1"; do
    if ! is_replica "$candidate" && [ -n "$(slots "$candidate")" ]; then source=$candidate; fi
  done
  shift
  if [ -z "$source" ]; then
    echo "Shard $shard has no primary." >&2
    exit 1
  fi
  echo "Shard $shard: $source"
  timeout "$SHARD_SECONDS" redis-cli -h "\${source%:*}" -p "\${source##*:}" --rdb "$CLUSTER-$stamp-shard-$shard.rdb"
  shard=$((shard + 1))
done
sha256sum *.rdb > SHA256SUMS
`;
}

/**
 * Shell script that uploads what {@link snapshotScript} left: the files are what was taken, and S3 refuses a part that isn't what was sent. Each object carries
 * the SHA-256 of the whole, for whoever restores it.
 *
 * Environment: `DESTINATION`, an address of S3 ending in `/`; `ENCRYPTION`, further arguments; `FOLDER` in tests.
 *
 * Source: document 000, section 2 (SHA256 checksum matched); AWS CLI, `s3 cp --checksum-algorithm`.
 */
export function uploadScript(): string {
  return `cd "\${FOLDER:-${BACKUP_PATH}}"
sha256sum -c SHA256SUMS
for file in *.rdb; do
  sum=$(sed -n "s/  $file\\$//p" SHA256SUMS)
  aws s3 cp --only-show-errors --storage-class ${BACKUP_STORAGE_CLASS} $ENCRYPTION --checksum-algorithm SHA256 --metadata "sha256=$sum" "$file" "$DESTINATION$file"
  echo "$DESTINATION$file $sum"
done
`;
}
