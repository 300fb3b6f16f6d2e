import type { PlatformWith } from "../../config/parts";
import type { CheckName } from "../checks/all";
import { type Json, type ObjectReference, referenceOf } from "../kube-object";
import type { Deviation } from "../ledger";
import { restrictedContainer } from "../restricted-container";
import { DOCUMENTED_IMAGE, documentedCommand, documentedCompaction, PKI_FILES, PKI_FOLDER } from "./etcd-documented";
import {
  bash,
  deadlineSeconds,
  etcdctlEnvironment,
  memberAliases,
  pkiMount,
  pkiVolume,
  podSecurity,
  STARTING_DEADLINE_SECONDS,
} from "./etcd-pod";
import { compactionScript } from "./etcd-scripts";

const JOB = ["spec", "jobTemplate", "spec"] as const;
const POD = [...JOB, "template", "spec"] as const;
const CONTAINER = [...POD, "containers", 0] as const;

/** Where the compatibility page treats the job. */
const PAGE = "compatibility page, section 5";

type Entry = Deviation<CheckName>;

/** Why etcd-compaction is not deployed with the documented fields alone. E7 and E10 of the compatibility page are about etcd-prod itself, which isn't this stack's. */
export function maintenanceDeviations(platform: PlatformWith<"maintenance">): readonly Entry[] {
  const object = referenceOf(documentedCompaction(platform));
  return [
    ...commandDeviations(platform, object),
    ...certificateDeviations(platform, object),
    ...jobDeviations(platform, object),
  ];
}

/** What is run, in which image, and with what it finds the members. */
function commandDeviations(platform: PlatformWith<"maintenance">, object: ObjectReference): readonly Entry[] {
  const { image, keepRevisions, members } = platform.maintenance.etcdCompaction;
  const [member = ""] = Object.keys(members);
  const environment = [...etcdctlEnvironment(platform), { name: "KEEP_REVISIONS", value: `${keepRevisions}` }];
  return [
    {
      id: "E4",
      object,
      path: [...CONTAINER, "command"],
      documented: [documentedCommand(platform)],
      deployed: bash(compactionScript()),
      reason:
        "A line of shell needs a shell. In one, its inner call would ask 127.0.0.1 (E1) and need jq, which the image hasn't (E2); the second run without a write between would fail (E5), and the command would end before anything is freed (E6).",
      source: `${PAGE}; test/charts/maintenance/etcd.cluster.test.ts runs both on a real etcd`,
      without: { by: "check", check: "container-commands", answer: "names a program with spaces" },
    },
    {
      id: "E1",
      object,
      path: [...CONTAINER, "env"],
      deployed: environment,
      reason: "In the environment, addresses, certificates and the time limit hold for every call of etcdctl.",
      source: `${PAGE}; etcd 3.5, etcdctl, README`,
      without: { by: "check", check: "etcdctl-connections", answer: "asks 127.0.0.1:2379" },
    },
    {
      id: "E3",
      object,
      path: [...CONTAINER, "image"],
      documented: DOCUMENTED_IMAGE,
      deployed: image,
      reason: "The publisher withdrew the versioned tags of docker.io/bitnami in 2025.",
      source: `${PAGE}; bitnami/containers#83267`,
      without: { by: "check", check: "withdrawn-images", answer: "docker.io/bitnami has no versions any more" },
    },
    {
      id: "E8",
      object,
      path: [...POD, "hostAliases"],
      deployed: memberAliases(platform) as unknown as Json,
      reason: "The members' names, which their certificates have, resolve in no namespace of the cluster.",
      source: `${PAGE}; document 001, section 9 (Endpoint)`,
      without: { by: "check", check: "etcdctl-connections", answer: `${member} is no name that a pod here resolves` },
    },
  ];
}

/** Where the certificates come from. */
function certificateDeviations(platform: PlatformWith<"maintenance">, object: ObjectReference): readonly Entry[] {
  const reason = "The document names the files, and nothing that puts them there.";
  return [
    {
      id: "E9-volume",
      object,
      path: [...POD, "volumes"],
      deployed: [pkiVolume(platform)],
      reason,
      source: PAGE,
      without: { by: "api-server", answer: "volumeMounts[0].name" },
    },
    {
      id: "E9-mount",
      object,
      path: [...CONTAINER, "volumeMounts"],
      deployed: [pkiMount()],
      reason,
      source: PAGE,
      without: {
        by: "check",
        check: "etcdctl-connections",
        answer: `${PKI_FOLDER}/${PKI_FILES.cacert} is in no volume`,
      },
    },
  ];
}

/** What a CronJob needs to run once, at the documented time, and to harm nobody. */
function jobDeviations(platform: PlatformWith<"maintenance">, object: ObjectReference): readonly Entry[] {
  const cron = (id: string, path: Entry["path"], deployed: Json, reason: string, answer: string): Entry => ({
    id,
    object,
    path,
    deployed,
    reason,
    source: `${PAGE}; Kubernetes API reference, CronJob`,
    without: { by: "check", check: "cron-jobs", answer },
  });
  const restricted = (id: string, path: Entry["path"], deployed: Json, answer: string): Entry => ({
    id,
    object,
    path,
    deployed,
    reason: "In kube-system no level of Pod Security is enforced, so the pod holds itself to the strictest.",
    source: "Kubernetes, Pod Security Standards, restricted",
    without: { by: "check", check: "unguarded-pods", answer },
  });
  return [
    {
      id: "E9-restart",
      object,
      path: [...POD, "restartPolicy"],
      deployed: "Never",
      reason: "A Job has no default; a failed run leaves its pod, and its log.",
      source: PAGE,
      without: { by: "api-server", answer: 'valid values: "OnFailure", "Never"' },
    },
    cron(
      "E9-time-zone",
      ["spec", "timeZone"],
      "Etc/UTC",
      "The documented time is in UTC (document 001, section 9); without a zone it is the control plane's.",
      "timeZone is missing",
    ),
    cron(
      "E9-concurrency",
      ["spec", "concurrencyPolicy"],
      "Forbid",
      "A compaction that is waited for may last until the next; two at once gain nothing.",
      "concurrencyPolicy is missing",
    ),
    cron(
      "E9-start",
      ["spec", "startingDeadlineSeconds"],
      STARTING_DEADLINE_SECONDS,
      "A compaction that could not start within its hour waits for the next day's.",
      "startingDeadlineSeconds is missing",
    ),
    cron(
      "E9-end",
      [...JOB, "activeDeadlineSeconds"],
      deadlineSeconds(platform),
      "Runs may not overlap: one that hangs, or can't get its image, would keep every later one from starting.",
      "activeDeadlineSeconds is missing",
    ),
    cron(
      "E9-retries",
      [...JOB, "backoffLimit"],
      1,
      "Six tries would hide for an hour that none succeeds.",
      "backoffLimit is missing",
    ),
    restricted("E9-pod-security", [...POD, "securityContext"], podSecurity(), "runAsNonRoot is not true"),
    restricted(
      "E9-container-security",
      [...CONTAINER, "securityContext"],
      restrictedContainer(),
      "allowPrivilegeEscalation is not false",
    ),
  ];
}
