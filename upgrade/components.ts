import { containersOf, podTemplates } from "../charts/checks/pod-templates";
import type { KubeObject } from "../charts/kube-object";
import { type Optional, when } from "../config/parts";
import type { Platform } from "../config/platform";
import { CHARTS, type ChartName } from "../config/reference/charts";

/** Something that runs on the cluster in a release. */
export interface Component {
  /** As `config/reference/release-support.ts` calls it, where that knows it. */
  readonly name: string;
  /** Release of the application, not of its chart. */
  readonly version: string;
  /** Where the release is said: a field of the stack file. */
  readonly field: string;
}

/** The components of a stack whose releases have to fit the cluster's Kubernetes, in the order of their names; EKS's own add-ons are beside them. */
export function componentsOf(platform: Platform, objects: readonly KubeObject[]): readonly Component[] {
  const charts = Object.entries(platform.addOns.releases).map(([name, { chart }]) => ({
    name,
    // A chart version that nobody knows stands for itself: what it carries isn't guessed.
    version: CHARTS[name as ChartName]?.versions[chart] ?? `chart ${chart}`,
    field: `vantage:addOns.releases.${name}.chart`,
  }));
  const components = [...charts, ...SYSTEM_RELEASES.flatMap((release) => release(platform)), ...kubectlImages(objects)];
  return components.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The releases that systems name. */
const SYSTEM_RELEASES: readonly Optional<Component>[] = [
  when(["istio"], ({ istio }) => ({ name: "istio", version: istio.version, field: "vantage:istio.version" })),
  when(["karpenter"], ({ karpenter }) => ({
    name: "karpenter",
    version: karpenter.version,
    field: "vantage:karpenter.version",
  })),
  when(["karpenter"], ({ karpenter }) => ({
    name: "cluster-autoscaler",
    version: karpenter.clusterAutoscaler.version,
    field: "vantage:karpenter.clusterAutoscaler.version",
  })),
  when(["clusterAutoscaler"], ({ clusterAutoscaler }) => ({
    name: "cluster-autoscaler",
    version: clusterAutoscaler.version,
    field: "vantage:clusterAutoscaler.version",
  })),
  when(["karpenter"], ({ karpenter }) => ({
    name: "aws-node-termination-handler",
    version: karpenter.terminationHandler.version,
    field: "vantage:karpenter.terminationHandler.version",
  })),
];

/** Images of kubectl that pods of the rendering run: a client may be one minor older or newer than the API server. */
function kubectlImages(objects: readonly KubeObject[]): readonly Component[] {
  const images = podTemplates(objects).flatMap((template) =>
    containersOf(template).map(({ container }) => String(container.image)),
  );
  return [...new Set(images)].flatMap((image) => {
    const version = /\/kubectl:v?([\d.]+)$/.exec(image)?.[1];
    return version === undefined ? [] : [{ name: "kubectl", version, field: `the image ${image}` }];
  });
}
