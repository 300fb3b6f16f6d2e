import type * as pulumi from "@pulumi/pulumi";
import { renderYaml } from "../charts/render";
import { deployableRendering, type Rendering } from "../charts/synthesize";
import type { SystemChart } from "../charts/system-chart";
import type { Platform } from "../config/platform";
import { ChartObjects } from "./kubernetes/chart-objects";
import type { Manifest } from "./kubernetes/kubernetes-object";

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
   * Makes the charts that Pulumi applies at this point of the platform's making, each a component.
   *
   * @param point - namespaces come after `nodes`, the EBS driver and storage classes, and so go before them: a claim that goes with its
   * namespace needs the driver to delete its volume, which would otherwise stay, and be paid for.
   * @param after - what is there at that point; every object waits for it
   */
  deploy(
    point: NonNullable<SystemChart["waitsFor"]>,
    after: readonly pulumi.Resource[],
    opts: pulumi.ComponentResourceOptions,
  ): readonly ChartObjects[] {
    const { protectData } = this.platform.platform;
    const made = new Map<string, ChartObjects>();
    for (const { chart, objects } of this.#renderings) {
      if (chart.appliedBy !== "pulumi" || (chart.waitsFor ?? "operators") !== point) continue;
      const before = (chart.after ?? []).flatMap((name) => made.get(name) ?? []);
      made.set(chart.name, new ChartObjects(chart.name, { objects, protectData, after: [...after, ...before] }, opts));
    }
    return [...made.values()];
  }

  #objectsFor(applier: Rendering["chart"]["appliedBy"]): readonly Manifest[] {
    return this.#renderings.flatMap(({ chart, objects }) => (chart.appliedBy === applier ? objects : []));
  }
}
