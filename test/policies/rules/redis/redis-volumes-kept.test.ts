import { redisVolumesKept } from "../../../../policies/rules/redis/redis-volumes-kept";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { CONTAINER, configured, containerIn, SERVER, server } from "./redis-objects";

describeRule(redisVolumesKept, {
  good: () => ({ objects: server(["appendonly yes", "dir /data"]) }),
  holds: [
    ["a folder below the one that the claim is mounted at", configured("appendonly yes", "dir /data/redis")],
    ["the folder of the image, where nothing says another", configured("appendonly yes")],
    [
      "a claim that somebody else makes",
      (things) => {
        const { spec } = objectNamed(things, "sessions");
        spec.volumeClaimTemplates = [];
        spec.template.spec.volumes.push({ name: "data", persistentVolumeClaim: { claimName: "kept" } });
      },
    ],
    [
      "claims that are said to stay",
      (things) =>
        Object.assign(objectNamed(things, "sessions").spec, {
          persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
        }),
    ],
    [
      "a server that keeps nothing",
      (things) => {
        configured("appendonly no", 'save ""')(things);
        containerIn(things).volumeMounts = [];
      },
    ],
  ],
  breaks: [
    [
      "claims that go with their set, or with a replica",
      (things) =>
        Object.assign(objectNamed(things, "sessions").spec, {
          persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete", whenScaled: "Delete" },
        }),
      ["whenDeleted", "whenScaled"].map(
        (when) => `${SERVER}: spec.persistentVolumeClaimRetentionPolicy.${when}: is Delete; it has to be Retain`,
      ),
    ],
    [
      "a folder beside the claim",
      configured("appendonly yes", "dir /database"),
      [`${SERVER}: ${CONTAINER}.volumeMounts: no claim is mounted at /database, where the server keeps its data`],
    ],
    [
      "a volume that lives as long as its pod",
      (things) => {
        const { spec } = objectNamed(things, "sessions");
        spec.volumeClaimTemplates = [];
        spec.template.spec.volumes.push({ name: "data", emptyDir: {} });
      },
      [`${SERVER}: ${CONTAINER}.volumeMounts: no claim is mounted at /data, where the server keeps its data`],
    ],
  ],
});
