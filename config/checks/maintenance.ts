import type { Finding } from "../finding";
import { VELERO_IDENTITY } from "../reference/velero";
import { check, ifThere } from "./check";

const HOUR_SECONDS = 3_600;

/** The image pruner has a namespace that the stack makes, that lets it have the node's socket, and that nothing is in beside it. */
export const prunerNamespace = check(
  {
    maintenance: ["imagePruning"],
    namespaces: "whole",
    addOns: ["releases"],
    storage: ["identities"],
    workloads: ifThere(["reserves"]),
  },
  ({ maintenance: { imagePruning }, namespaces, addOns: { releases }, storage: { identities }, workloads }) => {
    const { namespace } = imagePruning;
    const others = [
      ...Object.entries(releases)
        .filter(([, release]) => release.namespace === namespace)
        .map(([name]) => `add-on ${name}`),
      ...Object.entries(identities)
        .filter(([, identity]) => identity.namespace === namespace)
        .map(([name]) => `identity ${name}`),
      ...(workloads?.reserves[namespace] === undefined ? [] : ["services"]),
    ];
    const level = namespaces[namespace]?.podSecurity;
    const problem =
      level === undefined
        ? `${namespace}, which the stack doesn't make`
        : level !== "privileged"
          ? `${namespace}, of level ${level}`
          : others.length > 0
            ? `${namespace}, with ${others.join(" and ")} in it`
            : undefined;
    return problem === undefined
      ? []
      : [
          {
            path: ["maintenance", "imagePruning", "namespace"],
            given: problem,
            allowed: "a namespace of vantage:namespaces of its own, with podSecurity: privileged",
            mend: "add one there: the pods mount containerd's socket, which every other level refuses",
          },
        ];
  },
);

/** Nodes begin to prune within less than a week, or their order would be lost. */
export const prunerSpread = check({ maintenance: ["imagePruning"] }, ({ maintenance: { imagePruning } }) =>
  imagePruning.spread.seconds >= HOUR_SECONDS && imagePruning.spread.seconds < 7 * 24 * HOUR_SECONDS
    ? []
    : [
        {
          path: ["maintenance", "imagePruning", "spread"],
          given: `${imagePruning.spread}`,
          allowed: "an hour to less than a week",
          mend: "choose hours, such as 6h",
        },
      ],
);

/** A backup expires, in whole hours, before the bucket drops its objects: Velero finds by them what it has to delete. */
export const backupTtl = check(
  { maintenance: ["backups"], storage: ["identities", "buckets"] },
  ({ maintenance: { backups }, storage: { identities, buckets } }): Finding[] => {
    const { ttl } = backups;
    const path = ["maintenance", "backups", "ttl"];
    if (ttl.seconds % HOUR_SECONDS !== 0 || ttl.seconds === 0) {
      return [
        {
          path,
          given: `${ttl}`,
          allowed: "whole hours, one at least",
          mend: "write it in hours or days, such as 720h",
        },
      ];
    }
    const bucket = identities[VELERO_IDENTITY]?.bucket ?? "";
    const kept = (buckets[bucket]?.lifecycle ?? []).flatMap(({ expiration }) => expiration ?? []);
    return kept
      .filter(({ seconds }) => seconds <= ttl.seconds)
      .map((expiration) => ({
        path,
        given: `${ttl}`,
        allowed: `less than ${expiration}, after which ${bucket} drops its objects`,
        mend: "shorten it, or let the bucket keep them longer",
      }));
  },
);

/** The database's identity exists, and archives: it writes, and deletes what is too old. */
export const databaseIdentity = check(
  { maintenance: ["databaseIdentity"], storage: ["identities"] },
  ({ maintenance, storage: { identities } }) => {
    const suitable = Object.entries(identities).filter(([, { access, prunes }]) => access === "read-write" && prunes);
    return suitable.some(([name]) => name === maintenance.databaseIdentity)
      ? []
      : [
          {
            path: ["maintenance", "databaseIdentity"],
            given: maintenance.databaseIdentity,
            allowed: `an identity of vantage:storage.identities with access: read-write and prunes: true: ${suitable.map(([name]) => name).join(", ")}`,
            mend: "name one of these",
          },
        ];
  },
);

/** A compaction is over before the next one is due, and etcd-prod has an odd number of members, no two at one address. */
export const etcdMembers = check({ maintenance: ["etcdCompaction"] }, ({ maintenance: { etcdCompaction } }) => {
  const { members, timeout } = etcdCompaction;
  const addresses = Object.values(members);
  const path = ["maintenance", "etcdCompaction"];
  return [
    ...(addresses.length % 2 === 1
      ? []
      : [
          {
            path: [...path, "members"],
            given: `${addresses.length} members`,
            allowed: "an odd number: one more than that outlives no more failures",
            mend: "list every member, with its host name and address",
          },
        ]),
    ...Object.entries(members)
      .filter(([, address], index) => addresses.indexOf(address) !== index)
      .map(([host, address]) => ({
        path: [...path, "members", host],
        given: `${address}, as another member`,
        allowed: "an address of its own",
        mend: "write each member's own address",
      })),
    ...(timeout.seconds >= 60 && timeout.seconds <= 12 * HOUR_SECONDS
      ? []
      : [
          {
            path: [...path, "timeout"],
            given: `${timeout}`,
            allowed: "1m to 12h",
            mend: "leave room above the minutes that a compaction takes, and end before the next day",
          },
        ]),
  ];
});
