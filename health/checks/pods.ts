import { isNew, isOverdue } from "../age";
import { type Check, type Deviation, deviationsOr } from "../check";
import type { LiveObject } from "../cluster-reader";

interface ContainerState {
  readonly waiting?: { readonly reason?: string };
}

interface ContainerStatus {
  readonly name: string;
  readonly state?: ContainerState;
}

/** What is read of a pod. */
export interface Pod extends LiveObject {
  readonly status?: {
    readonly phase?: string;
    readonly reason?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
    readonly containerStatuses?: readonly ContainerStatus[];
  };
}

const EXPECTED = "Running or Completed";

/** Reasons for which a container waits while it starts as it should. */
const STARTING: readonly string[] = ["ContainerCreating", "PodInitializing"];

/**
 * Every pod runs or has done its work. As `kubectl get pods` shows it, a pod whose container is started again and again doesn't run, whatever its phase says.
 *
 * Source: document 003, section 1 (Morning Health Check Routine), step 2 ("All pods Running or Completed", "no failed pods").
 */
export const pods: Check<readonly Pod[]> = {
  name: "pods",
  read: (cluster) => cluster.list<Pod>("pods"),
  judge: (all, { now }) =>
    deviationsOr(
      { subject: "all", expected: EXPECTED, found: `${all.length} of ${all.length}` },
      all.flatMap((pod): readonly Deviation[] => {
        const found = trouble(pod, now);
        const subject = `${pod.metadata.namespace}/${pod.metadata.name}`;
        return found === undefined ? [] : [{ subject, expected: EXPECTED, found }];
      }),
    ),
};

/** What is wrong with a pod, in kubectl's words; undefined for one that is well or on its way. */
function trouble(pod: Pod, now: Date): string | undefined {
  const { metadata, status = {} } = pod;
  if (metadata.deletionTimestamp !== undefined) return isOverdue(pod, now) ? "Terminating" : undefined;
  const { phase = "Unknown", initContainerStatuses = [], containerStatuses = [] } = status;
  if (phase === "Succeeded") return undefined;
  const stuck = stuckContainer([...initContainerStatuses, ...containerStatuses]);
  if (stuck !== undefined) return stuck;
  if (phase === "Running" || (phase === "Pending" && isNew(pod, now))) return undefined;
  const unscheduled = status.conditions?.find(
    ({ type, status: holds }) => type === "PodScheduled" && holds === "False",
  );
  const why = status.reason ?? unscheduled?.message;
  return why === undefined ? phase : `${phase}: ${why}`;
}

function stuckContainer(containers: readonly ContainerStatus[]): string | undefined {
  for (const { name, state } of containers) {
    const reason = state?.waiting?.reason;
    if (reason !== undefined && !STARTING.includes(reason)) return `${reason} (container ${name})`;
  }
  return undefined;
}
