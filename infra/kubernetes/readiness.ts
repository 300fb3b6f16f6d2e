import type { Manifest } from "./kubernetes-object";

/** Annotation by which Pulumi waits for more than it knows of a kind. Source: pulumi-kubernetes 4.18, await annotations. */
const WAIT_FOR = "pulumi.com/waitFor";

/**
 * Kinds of operators whose readiness others rely on: brokers, the certificates of users, Connect's REST interface. For custom resources Pulumi waits
 * only if it is told to.
 */
const AWAITED_KINDS: ReadonlySet<string> = new Set(["Kafka", "KafkaConnect", "KafkaUser"]);

/** The manifest with the annotation that has Pulumi wait for it, where that is needed. */
export function awaited(manifest: Manifest): Manifest {
  if (!AWAITED_KINDS.has(manifest.kind)) return manifest;
  const { metadata } = manifest;
  return {
    ...manifest,
    metadata: { ...metadata, annotations: { ...metadata.annotations, [WAIT_FOR]: "condition=Ready" } },
  };
}

/** Time for a node to be launched and an image to be loaded, in seconds. Source: document 001, section 1 (118 s on average), with room. */
const LAUNCH_SECONDS = 600;

/** Time for five brokers to start and elect controllers, in seconds: three minutes each, one after the other at worst. */
const KAFKA_SECONDS = 900;

/**
 * How long the creation of an object may take, in whole minutes; undefined for Pulumi's own limit of ten. What a pod may take to start is in its
 * startup probe, what a Job may take in its deadline: a limit below those would give up on something that goes well.
 */
export function creationMinutes(manifest: Manifest): number | undefined {
  const { kind } = manifest;
  if (AWAITED_KINDS.has(kind)) return minutes(LAUNCH_SECONDS + KAFKA_SECONDS);
  const { spec } = manifest as Manifest & { readonly spec?: WorkloadSpec };
  if (kind === "Job") return minutes(LAUNCH_SECONDS + (spec?.activeDeadlineSeconds ?? 0));
  if (kind !== "StatefulSet" && kind !== "Service" && kind !== "Deployment") return undefined;
  const startup = (spec?.template?.spec.containers ?? []).map(
    ({ startupProbe: probe }) => (probe?.failureThreshold ?? 0) * (probe?.periodSeconds ?? 10),
  );
  return minutes(LAUNCH_SECONDS + Math.max(KAFKA_SECONDS, ...startup));
}

/** What of a workload says how long it may take. */
interface WorkloadSpec {
  readonly activeDeadlineSeconds?: number;
  readonly template?: {
    readonly spec: {
      readonly containers: readonly {
        readonly startupProbe?: { readonly failureThreshold?: number; readonly periodSeconds?: number };
      }[];
    };
  };
}

function minutes(seconds: number): number {
  return Math.ceil(seconds / 60);
}
