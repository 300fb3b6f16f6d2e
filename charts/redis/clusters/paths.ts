/** Volume of a server: snapshots, append-only file, and what it knows of the cluster. The image's own data folder. */
export const DATA_PATH = "/data";

/** Configuration and scripts of a server, from the ConfigMap: what runs in it changes without a restart, but for redis.conf. */
export const CONFIG_PATH = "/etc/redis";

/** Snapshots of a backup, between the container that takes and the one that uploads them. */
export const BACKUP_PATH = "/backup";
