import * as pulumi from "@pulumi/pulumi";
import { when } from "../../config/parts";
import type { Platform } from "../../config/platform";
import type { AddOnName } from "../../config/sections/add-ons";
import type { Cluster } from "../cluster/cluster";
import type { Keys } from "../encryption/keys";
import { alertmanagerValues } from "./alertmanager";
import { certManagerValues } from "./cert-manager";
import { fluentBitValues } from "./fluent-bit";
import { grafanaValues } from "./grafana";
import { helmRelease } from "./helm-release";
import { ingressNginxValues } from "./ingress-nginx";
import { installedAddOns } from "./installed";
import { LOAD_BALANCER_CONTROLLER, loadBalancerControllerValues, loadBalancerRole } from "./load-balancer-controller";
import { localStaticProvisionerValues } from "./local-static-provisioner";
import { metricsServerValues } from "./metrics-server";
import { nodeExporterValues } from "./node-exporter";
import { FLUENT_BIT, podLogs } from "./pod-logs";
import { prometheusValues } from "./prometheus";
import { strimziValues } from "./strimzi";
import { type ValuesContext, valuesWith } from "./values";
import { veleroValues } from "./velero";

/** The values of each add-on's chart. */
export const ADD_ON_VALUES: Readonly<Record<AddOnName, (context: ValuesContext) => object>> = {
  "cert-manager": certManagerValues,
  "ingress-nginx": ingressNginxValues,
  "metrics-server": metricsServerValues,
  velero: veleroValues,
  "fluent-bit": fluentBitValues,
  prometheus: valuesWith(["alerts", "addOns.alertmanager", "addOns.prometheus"], prometheusValues),
  grafana: valuesWith(["alerts", "addOns.grafana", "addOns.prometheus"], grafanaValues),
  alertmanager: valuesWith(["alerts", "contactPoints"], alertmanagerValues),
  "prometheus-node-exporter": nodeExporterValues,
  "strimzi-kafka-operator": strimziValues,
  "local-static-provisioner": localStaticProvisionerValues,
  [LOAD_BALANCER_CONTROLLER]: loadBalancerControllerValues,
};

/** What the add-ons are made from. */
export interface AddOnsArgs {
  readonly platform: Platform;
  readonly cluster: Cluster;
  readonly keys: Pick<Keys, "logsKeyArn">;
  /** Namespaces, and with them what must be up before pods can run. */
  readonly after: readonly pulumi.Resource[];
  /** ARNs of the roles of the storage identities, by name. */
  readonly roleArns: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * The software that Helm installs on the cluster, each release at one chart version, in namespaces that the charts make.
 *
 * Source: document 000, sections 1, 3, 4, 6 and 8; document 001, section 11; document 002, sections 1, 2 and 10; document 003, sections 1 (`kubectl top nodes`) and 3 (Weekly Security Checklist).
 */
export class AddOns extends pulumi.ComponentResource {
  constructor(
    name: string,
    { platform, cluster, keys, after, roleArns }: AddOnsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("vantage:add-ons:AddOns", name, {}, opts);
    const parent = { parent: this };
    const { oidc } = cluster;
    const { logsKeyArn } = keys;
    const ownRoles = [
      ...when(["addOns.fluent-bit"], (having) => [
        FLUENT_BIT,
        podLogs(name, { platform: having, oidc, logsKeyArn }, parent),
      ])(platform),
      ...when(["addOns.aws-load-balancer-controller"], (having) => [
        LOAD_BALANCER_CONTROLLER,
        loadBalancerRole(name, { platform: having, oidc }, parent),
      ])(platform),
    ];
    const context: ValuesContext = { platform, roleArns: { ...roleArns, ...Object.fromEntries(ownRoles) } };

    for (const [addOn, { chart: version, namespace }] of installedAddOns(platform)) {
      helmRelease(
        `${name}-${addOn}`,
        { chart: addOn, release: addOn, version, namespace, values: ADD_ON_VALUES[addOn](context) },
        { parent: this, dependsOn: [...after] },
      );
    }
    this.registerOutputs({});
  }
}
