import type * as pulumi from "@pulumi/pulumi";
import { renderYaml } from "../charts/render";
import { deployableRendering, type Rendering } from "../charts/synthesize";
import type { Platform } from "../config/platform";
import { ChartObjects } from "./kubernetes/chart-objects";
import type { Manifest } from "./kubernetes/kubernetes-object";

/** Name of the chart whose objects come before everything else in the cluster. */
const NAMESPACES = "namespaces";

/** The deployable rendering, handed out to those that apply it. The only place where infra knows charts. */
export class Charts {
  readonly #renderings: readonly Rendering[];

  constructor(readonly platform: Platform) {
    this.#renderings = deployableRendering(platform);
  }

  /** What Karpenter's component applies: the node class, then the NodePools. */
  get karpenter(): readonly Manifest[] {
    return this.#objectsFor("karpenter");
  }

  /** The IstioOperator as YAML, the input of istioctl. */
  get istioOperator(): string {
    return renderYaml(this.#objectsFor("istioctl"), []);
  }

  /**
   * Makes the namespaces. They come after nodes, EBS driver and storage classes, and so go before them: a claim that goes with its namespace
   * needs the driver to delete its volume, which would otherwise stay, and be paid for.
   */
  deployNamespaces(after: readonly pulumi.Resource[], opts: pulumi.ComponentResourceOptions): ChartObjects {
    return this.#deployed(NAMESPACES, after, opts);
  }

  /** Makes everything else that Pulumi applies, chart by chart; each waits for the operators and definitions that it is given. */
  deployRest(after: readonly pulumi.Resource[], opts: pulumi.ComponentResourceOptions): readonly ChartObjects[] {
    return this.#renderings
      .filter(({ chart }) => chart.appliedBy === "pulumi" && chart.name !== NAMESPACES)
      .map(({ chart }) => this.#deployed(chart.name, after, opts));
  }

  #deployed(name: string, after: readonly pulumi.Resource[], opts: pulumi.ComponentResourceOptions): ChartObjects {
    const { protectData } = this.platform.platform;
    const objects = this.#renderings.find(({ chart }) => chart.name === name)?.objects ?? [];
    return new ChartObjects(name, { objects, protectData, after }, opts);
  }

  #objectsFor(applier: Rendering["chart"]["appliedBy"]): readonly Manifest[] {
    return this.#renderings.flatMap(({ chart, objects }) => (chart.appliedBy === applier ? objects : []));
  }
}
