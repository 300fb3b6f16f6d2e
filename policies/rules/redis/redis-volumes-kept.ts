import { listAt, textAt } from "../../../charts/checks/object-readers";
import type { RedisServer } from "../../../charts/checks/redis-server";
import { valueAt } from "../../../charts/kube-object";
import { partRule } from "../../part-rule";
import { REDIS_SERVERS } from "../../readers/redis-servers";
import { type Problem, problem } from "../../rule";

/** Folder of the data where neither configuration nor container says: that of the official image. */
const USUAL_FOLDER = "/data";

/** When a StatefulSet may remove the claims that it made. Source: Kubernetes, StatefulSets, PersistentVolumeClaim retention. */
const OCCASIONS = ["whenDeleted", "whenScaled"] as const;

/** What a server keeps stays when its pod, its replicas or its set go. */
export const redisVolumesKept = partRule(
  {
    id: "redis-volumes-kept",
    title: "A Redis server that keeps data has it on a claim, which no set removes",
    severity: "critical",
    enforcement: "mandatory",
    why: "A set that is deleted or scaled down by mistake, or a pod that moves, would take the keys along.",
    remediation:
      "Mount a volume claim at the server's dir, and leave persistentVolumeClaimRetentionPolicy out or at Retain.",
    link: "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention",
  },
  {
    ...REDIS_SERVERS,
    check: (server) => (server.persistent ? [...unclaimed(server), ...removed(server)] : []),
  },
);

function unclaimed({ template, container, containerPath, setting }: RedisServer): readonly Problem[] {
  const folder = setting("dir") ?? (textAt(container, ["workingDir"]) || USUAL_FOLDER);
  const mounts = listAt(container, ["volumeMounts"])
    .filter((mount) => `${folder}/`.startsWith(`${textAt(mount, ["mountPath"]).replace(/\/$/, "")}/`))
    .map((mount) => textAt(mount, ["name"]));
  const claimed = [
    ...listAt(template.object, ["spec", "volumeClaimTemplates"]).map((claim) => textAt(claim, ["metadata", "name"])),
    ...listAt(template.spec, ["volumes"])
      .filter((volume) => valueAt(volume, ["persistentVolumeClaim"]) !== undefined)
      .map((volume) => textAt(volume, ["name"])),
  ];
  return mounts.some((name) => claimed.includes(name))
    ? []
    : [
        problem(
          [...containerPath, "volumeMounts"],
          `no claim is mounted at ${folder}, where the server keeps its data`,
        ),
      ];
}

function removed({ template }: RedisServer): readonly Problem[] {
  return OCCASIONS.flatMap((occasion) => {
    const path = ["spec", "persistentVolumeClaimRetentionPolicy", occasion];
    const value = valueAt(template.object, path) ?? "Retain";
    return value === "Retain" ? [] : [problem(path, `is ${value}; it has to be Retain`)];
  });
}
