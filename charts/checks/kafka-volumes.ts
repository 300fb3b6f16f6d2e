import { INSTANCE_TYPES } from "../../config/reference/instance-types";
import { largestLocalVolumeGib } from "../../config/reference/local-disks";
import { LOCAL_STORAGE_CLASS } from "../../config/reference/storage-classes";
import { Quantity } from "../../config/units/quantity";
import type { KubeObject } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { finding, listAt, mappingAt, textAt } from "./object-readers";
import { membersOf, podTemplate, requiredNodePools, strimziObjects } from "./strimzi-objects";

const GIB = 2 ** 30;
const STORAGE = ["spec", "storage"] as const;

/** Judges volumes of the class of local disks; those of the cloud have the size that is asked for. */
export const kafkaVolumes: ManifestCheck = {
  title: "A broker's local volumes fit the disks of the nodes that it must be on, one disk each",
  severity: "high",
  why: "A claim that no disk can hold waits for a volume for ever, and the broker with it.",
  remediation:
    "Give each broker no more volumes than a node has local disks, none larger than one of them, and demand a node pool with localVolumes.",
  source: "Amazon EC2 instance types, storage optimized; infra/nodes/local-volumes.ts; compatibility page, S12 and S13",
  link: "https://kubernetes.io/docs/concepts/storage/volumes/#local",
  find: ({ objects, platform }) =>
    strimziObjects(objects, "Kafka").flatMap((kafka) =>
      membersOf(kafka, objects, "KafkaNodePool").flatMap((pool) => judge(pool, kafka, platform)),
    ),
};

function judge(pool: KubeObject, kafka: KubeObject, platform: Manifests["platform"]): readonly ManifestFinding[] {
  const claims = volumes(pool).filter(({ volume }) => textAt(volume, ["class"]) === LOCAL_STORAGE_CLASS);
  if (claims.length === 0) return [];
  const names = requiredNodePools(podTemplate(kafka, pool), platform);
  const nodePools = names.flatMap((name) => platform.nodePools[name] ?? []);
  if (nodePools.length === 0 || nodePools.some(({ localVolumes }) => !localVolumes)) {
    const message = `volumes of class ${LOCAL_STORAGE_CLASS} need nodes of a pool with local volumes; required: ${names.join(", ") || "none"}`;
    return [finding(pool, STORAGE, message)];
  }
  const types = nodePools.flatMap(({ instanceTypes }) => instanceTypes);
  const disks = Math.min(...types.map((type) => INSTANCE_TYPES[type]?.localDisksGb.length ?? 0));
  const most = largestLocalVolumeGib(types);
  return [
    ...(claims.length > disks
      ? [finding(pool, STORAGE, `${claims.length} volumes for the ${disks} disks of ${types.join(", ")}`)]
      : []),
    ...claims
      .filter(({ volume }) => Quantity.parse(textAt(volume, ["size"])).value > most * GIB)
      .map(({ path, volume }) =>
        finding(
          pool,
          [...path, "size"],
          `${textAt(volume, ["size"])} fits no disk of ${types.join(", ")}: a volume there has at most ${most}Gi`,
        ),
      ),
  ];
}

/** The volumes of each node of a pool, with their places: one, or those of a JBOD. */
function volumes(pool: KubeObject): readonly { path: readonly (string | number)[]; volume: unknown }[] {
  const storage = mappingAt(pool, STORAGE);
  return storage.type === "jbod"
    ? listAt(storage, ["volumes"]).map((volume, index) => ({ path: [...STORAGE, "volumes", index], volume }))
    : [{ path: STORAGE, volume: storage }];
}
