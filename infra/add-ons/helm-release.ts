import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { CHARTS, type ChartName } from "../../config/reference/charts";

/** A Helm release, with values typed by whoever sets them. */
export interface HelmReleaseArgs<Values extends object> {
  /** Chart; where it is kept is in `config/reference/charts.ts`. */
  readonly chart: ChartName;
  /** Name of the release in the cluster; it is explicit, because names of objects and runbooks follow from it. Changing it replaces the release. */
  readonly release: string;
  /** Exact chart version, with or without a leading `v` as the chart spells it. Changing it upgrades in place. */
  readonly version: string;
  /** Namespace; it has to exist. Changing it replaces the release. */
  readonly namespace: pulumi.Input<string>;
  /** Chart values that differ from the chart's own. They may contain outputs. */
  readonly values: Values;
  /** How long the release's pods may take to become ready. @default {@link DEFAULT_TIMEOUT_SECONDS} */
  readonly timeoutSeconds?: number;
  /** Whether the chart's `crds/` folder is left alone, where another release owns the definitions. @default false */
  readonly skipCrds?: boolean;
}

/** Ten minutes: a webhook's certificate and an image of 200 MB on a new node take about three. */
export const DEFAULT_TIMEOUT_SECONDS = 600;

/** Revisions that Helm keeps for `helm rollback`. Ten, Helm's own default of the command line; unlimited ones fill etcd. */
export const MAX_HISTORY = 10;

const EXACT_VERSION = /^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/**
 * Installs a chart and waits for it. A release that does not become ready is rolled back or removed, so that the next `pulumi up` starts from a
 * known state. Namespaces are resources of their own, never made by Helm: they carry Pod Security labels and outlive the release.
 *
 * @throws {Error} when the version is a range or missing: it would install something else tomorrow.
 */
export function helmRelease<Values extends object>(
  name: string,
  args: HelmReleaseArgs<Values>,
  opts: pulumi.CustomResourceOptions,
): k8s.helm.v3.Release {
  if (!EXACT_VERSION.test(args.version)) {
    throw new Error(
      `Helm release ${args.release}: "${args.version}" is no exact chart version. ` +
        "Write major.minor.patch, such as 1.2.3 or v1.2.3; a range installs something else tomorrow.",
    );
  }
  const { chart, repository } = CHARTS[args.chart].location;
  return new k8s.helm.v3.Release(
    name,
    {
      name: args.release,
      chart,
      ...(repository === undefined ? {} : { repositoryOpts: { repo: repository } }),
      version: args.version,
      namespace: args.namespace,
      createNamespace: false,
      values: { ...args.values },
      atomic: true,
      cleanupOnFail: true,
      skipAwait: false,
      skipCrds: args.skipCrds ?? false,
      timeout: args.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
      maxHistory: MAX_HISTORY,
    },
    opts,
  );
}
