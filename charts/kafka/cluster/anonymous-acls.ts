import type { PlatformWith } from "../../../config/parts";
import { applicationAcls } from "../clients/application-user";
import type { AclRule } from "../tls-user";

/** Where the Job's volumes are mounted. */
export const STORES = { trust: "/etc/kafka-trust", key: "/etc/kafka-key" } as const;

/** What everybody is called who comes by a listener that asks for no name. Source: Apache Kafka 3.7, KafkaPrincipal.ANONYMOUS. */
const ANONYMOUS = "User:ANONYMOUS";

/**
 * How the tool signs in. The passwords are read from the mounted Secrets by Kafka itself, and are in no rendering, argument or file of ours.
 *
 * Source: Apache Kafka 3.7, AdminClient configuration, KIP-421 (references in the settings of clients).
 */
const ADMIN_PROPERTIES = [
  "security.protocol=SSL",
  "ssl.truststore.type=PKCS12",
  `ssl.truststore.location=${STORES.trust}/ca.p12`,
  `ssl.truststore.password=\${directory:${STORES.trust}:ca.password}`,
  "ssl.keystore.type=PKCS12",
  `ssl.keystore.location=${STORES.key}/user.p12`,
  `ssl.keystore.password=\${directory:${STORES.key}:user.password}`,
  "config.providers=directory",
  "config.providers.directory.class=org.apache.kafka.common.config.provider.DirectoryConfigProvider",
] as const;

/**
 * Arguments of kafka-acls.sh, a list for each kind of rule: what the applications' user may do, for those without a name. An entry that is there already
 * is not written again, and one that is gone isn't missed, so that a run may be repeated.
 *
 * Source: Apache Kafka 3.7, AclCommand; AclControlManager (createAcls).
 */
export function anonymousAclArguments(platform: PlatformWith<"kafka">): readonly (readonly string[])[] {
  const verb = platform.kafka.listeners.anonymousAcls ? ["--add"] : ["--remove", "--force"];
  const rules = applicationAcls(platform);
  return [...new Set(rules.map(kindOf))].map((kind) => {
    const alike = rules.filter((rule) => kindOf(rule) === kind);
    return [
      ...verb,
      "--allow-principal",
      ANONYMOUS,
      ...(alike[0]?.operations ?? []).flatMap((operation) => ["--operation", operation]),
      ...alike.flatMap(({ resource }) => [`--${resource.type}`, resource.name]),
    ];
  });
}

function kindOf({ resource, operations }: AclRule): string {
  return `${resource.type} ${operations.join()}`;
}

/**
 * The Job's script, for the shell of Strimzi's image. It tries until the brokers take access lists: those that run without an authorizer are restarted one by one,
 * and the Job's own user gets its right last. The Job's deadline ends that.
 */
export function anonymousAclsScript(platform: PlatformWith<"kafka">): string {
  return `
cat > "$SCRATCH/admin.properties" <<'PROPERTIES'
${ADMIN_PROPERTIES.join("\n")}
PROPERTIES

acls() {
  until bin/kafka-acls.sh --bootstrap-server "$BOOTSTRAP_SERVERS" --command-config "$SCRATCH/admin.properties" "$@"; do
    echo "The brokers don't take access lists yet; once more in $RETRY_SECONDS s." >&2
    sleep "$RETRY_SECONDS"
  done
}

${anonymousAclArguments(platform)
  .map((list) => `acls ${list.join(" ")}`)
  .join("\n")}
`.trimStart();
}
