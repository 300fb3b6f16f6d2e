import { k8s } from "cdk8s-plus-29";
import { roleArn } from "../../config/derived/role-names";
import type { PlatformWith, System } from "../../config/parts";
import type { Platform } from "../../config/platform";
import { POOL_LABEL } from "../../config/reference/node-labels";
import { WITHOUT_SIDECAR } from "../redis/clusters/sidecar";

/** Name of the workload, and of its daily run. Source: document 002, section 12. */
export const ANALYTICS_BATCH = "analytics-batch-processor";

/** Name of its container. Source: document 002, section 2. */
export const ANALYTICS_CONTAINER = "analytics-processor";

/** What it runs. Source: document 002, section 6. */
const PROGRAM = ["python3", "/app/aggregate.py"];

/** Shell script of the monthly run: the documented command, for the month that ended before this one began. */
export const MONTHLY_SCRIPT = `month=$(python3 -c 'import datetime as d; t = d.datetime.now(d.timezone.utc).replace(day=1) - d.timedelta(days=1); print(t.strftime("%Y-%m"))')
exec ${PROGRAM.join(" ")} --month "$month" --full
`;

type Identity = Platform["storage"]["identities"][string];

/**
 * The identity of the runs, as configured.
 *
 * @throws {Error} when there is none of that name; a check of the stack file has said so before
 */
function identityOf({ workloads: { analyticsBatch }, storage }: PlatformWith<"workloads">): Identity {
  const identity = storage.identities[analyticsBatch.identity];
  if (identity === undefined) {
    throw new Error(`vantage:workloads.analyticsBatch.identity: no identity ${analyticsBatch.identity}`);
  }
  return identity;
}

/** The service account that may assume the role of the analytics bucket, and nothing of Kubernetes. */
export function analyticsAccount(platform: PlatformWith<"workloads">): k8s.KubeServiceAccountProps {
  const { namespace, serviceAccount } = identityOf(platform);
  const annotations = { "eks.amazonaws.com/role-arn": roleArn(platform, platform.workloads.analyticsBatch.identity) };
  return { metadata: { name: serviceAccount, namespace, annotations }, automountServiceAccountToken: false };
}

/**
 * The daily and the monthly run, as CronJobs. The documents show a Deployment in which a scheduler starts each run by `exec`. Three things of theirs don't hold there:
 * a run that is killed begins again only in a Job, because what is executed in a container isn't restarted with it; a drained node takes a run with it, of which no controller
 * knows; and the memory is asked for all day, for runs of minutes. An `exec` also needs a right by which the scheduler could do anything in the namespace.
 *
 * Both may run at the same time; neither overtakes itself. By hand: `kubectl create job --from=cronjob/analytics-batch-processor-monthly <name>`.
 *
 * Source: document 002, sections 2, 6, 7 and 12.
 */
export function analyticsRuns(platform: PlatformWith<"workloads">): readonly k8s.KubeCronJobProps[] {
  const { daily, monthly } = platform.workloads.analyticsBatch;
  return [
    cronJob(platform, ANALYTICS_BATCH, daily, PROGRAM),
    cronJob(platform, `${ANALYTICS_BATCH}-monthly`, monthly, ["/bin/sh", "-euc", MONTHLY_SCRIPT]),
  ];
}

type Run = System<"workloads">["analyticsBatch"]["daily"];

function cronJob(
  platform: PlatformWith<"workloads">,
  name: string,
  run: Run,
  command: readonly string[],
): k8s.KubeCronJobProps {
  const { namespace, serviceAccount } = identityOf(platform);
  const { analyticsBatch } = platform.workloads;
  const labels = { "app.kubernetes.io/name": ANALYTICS_BATCH };
  return {
    metadata: { name, namespace, labels },
    spec: {
      schedule: run.schedule,
      timeZone: "Etc/UTC",
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 3_600,
      jobTemplate: {
        spec: {
          backoffLimit: analyticsBatch.retries,
          activeDeadlineSeconds: run.deadline.seconds,
          template: {
            metadata: {
              // No sidecar: it would outlive the run. The databases and S3 aren't in the mesh.
              labels: { ...labels, ...WITHOUT_SIDECAR },
              // A run can't be taken up again: its node stays until it is done.
              annotations: { "karpenter.sh/do-not-disrupt": "true" },
            },
            spec: {
              ...placement(platform),
              priorityClassName: "batch",
              // Not in place: the pod that ran out of memory stays to be looked at.
              restartPolicy: "Never",
              serviceAccountName: serviceAccount,
              automountServiceAccountToken: false,
              enableServiceLinks: false,
              securityContext: { seccompProfile: { type: "RuntimeDefault" } },
              containers: [container(platform, command)],
            },
          },
        },
      },
    },
  };
}

/** The pool's nodes, and its taints. */
function placement(platform: PlatformWith<"workloads">): Pick<k8s.PodSpec, "nodeSelector" | "tolerations"> {
  const { nodePool } = platform.workloads.analyticsBatch;
  const taints = platform.nodePools[nodePool]?.taints ?? [];
  return {
    nodeSelector: { [POOL_LABEL]: nodePool },
    tolerations: taints.map(({ key, value, effect }) => ({ key, operator: "Equal", value, effect })),
  };
}

/** The container. Its user isn't known, so it is left to the image; it gains no rights in any case. */
function container(platform: PlatformWith<"workloads">, command: readonly string[]): k8s.Container {
  const { image, requests, limits } = platform.workloads.analyticsBatch;
  return {
    name: ANALYTICS_CONTAINER,
    image,
    command: [...command],
    env: [{ name: "AWS_REGION", value: platform.aws.region }],
    resources: { requests: quantities(requests), limits: quantities(limits) },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  };
}

function quantities({ cpu, memory }: System<"workloads">["analyticsBatch"]["requests"]) {
  return { cpu: k8s.Quantity.fromString(cpu.toString()), memory: k8s.Quantity.fromString(memory.toString()) };
}
