import * as pulumi from "@pulumi/pulumi";
import type { PlatformWith } from "../../config/parts";
import { chartVersionFor } from "../../config/reference/charts";
import { TERMINATION_HANDLER_NAME } from "../../config/reference/termination-handler";
import { helmRelease } from "../add-ons/helm-release";
import { AUTOSCALER_NAMESPACE } from "./autoscaler-values";
import { terminationHandlerValues } from "./termination-values";

/** What the termination handler is made from. */
export interface TerminationHandlerArgs {
  readonly platform: PlatformWith<"karpenter">;
}

/**
 * aws-node-termination-handler on the spot nodes of static node groups. It needs no AWS identity: it reads the metadata service of its own node and
 * calls the Kubernetes API.
 *
 * Source: document 000, sections 1 and 7.
 */
export class TerminationHandler extends pulumi.ComponentResource {
  constructor(name: string, { platform }: TerminationHandlerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:karpenter:TerminationHandler", name, {}, opts);
    helmRelease(
      `${name}-release`,
      {
        chart: TERMINATION_HANDLER_NAME,
        release: TERMINATION_HANDLER_NAME,
        version: chartVersionFor(TERMINATION_HANDLER_NAME, platform.karpenter.terminationHandler.version),
        namespace: AUTOSCALER_NAMESPACE,
        values: terminationHandlerValues(platform),
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
