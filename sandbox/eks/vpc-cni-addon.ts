import * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { tagsAreMap } from "./addon";
import { addonConfiguration } from "./addon-configuration";
import { given } from "./given";
import { bothGiven, mustBePinned, notSimulated, type OptionProblem } from "./option-check";
import { vpcCniConfiguration } from "./vpc-cni-configuration";

/** The options that become the add-on's configuration. */
const SETTINGS = [
  "cniConfigureRpfilter",
  "cniCustomNetworkCfg",
  "cniExternalSnat",
  "configurationValues",
  "customNetworkConfig",
  "disableTcpEarlyDemux",
  "enableNetworkPolicy",
  "enablePodEni",
  "enablePrefixDelegation",
  "eniConfigLabelDef",
  "eniMtu",
  "externalSnat",
  "logFile",
  "logLevel",
  "nodePortSupport",
  "vethPrefix",
  "warmEniTarget",
  "warmIpTarget",
  "warmPrefixTarget",
] as const satisfies readonly (keyof eks.VpcCniAddonArgs)[];

/** `securityContextPrivileged` is missing: it patches a DaemonSet of the running cluster. */
const SIMULATED: readonly (keyof eks.VpcCniAddonArgs)[] = [
  "addonVersion",
  "clusterName",
  "clusterVersion",
  "resolveConflictsOnCreate",
  "resolveConflictsOnUpdate",
  "serviceAccountRoleArn",
  "tags",
  ...SETTINGS,
];

/** What stands against the options of an `eks:index:VpcCniAddon`, or of a cluster's `vpcCniOptions` (without a name). */
export function vpcCniProblems(args: Partial<eks.VpcCniAddonArgs>): OptionProblem[] {
  return [
    ...notSimulated(args, SIMULATED),
    ...(args.addonVersion === undefined ? [mustBePinned("addonVersion", "the newest version of vpc-cni")] : []),
    ...bothGiven(
      given({ externalSnat: args.externalSnat || undefined, cniExternalSnat: args.cniExternalSnat || undefined }),
      [["externalSnat", "cniExternalSnat"]],
    ),
    ...tagsAreMap(args.tags),
  ];
}

/**
 * `eks:index:VpcCniAddon`: the pod network of a cluster as an EKS add-on.
 * Source: pulumi-eks, nodejs/eks/addons/cni-addon.ts.
 */
export class SimulatedVpcCniAddon extends pulumi.ComponentResource {
  readonly state: pulumi.Inputs;

  constructor(name: string, args: eks.VpcCniAddonArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:VpcCniAddon", name, args, opts);
    const settings = pulumi.output(Object.fromEntries(SETTINGS.map((setting) => [setting, args[setting]])));
    const addon = new aws.eks.Addon(
      name,
      given({
        addonName: "vpc-cni",
        addonVersion: args.addonVersion,
        clusterName: args.clusterName,
        configurationValues: settings.apply((s) => addonConfiguration(vpcCniConfiguration(s)) ?? "{}"),
        // Every cluster starts with the self-managed CNI, which the add-on has to take over.
        resolveConflictsOnCreate: args.resolveConflictsOnCreate ?? "OVERWRITE",
        resolveConflictsOnUpdate: args.resolveConflictsOnUpdate ?? "OVERWRITE",
        preserve: true,
        serviceAccountRoleArn: args.serviceAccountRoleArn,
        tags: args.tags as pulumi.Input<Record<string, string>> | undefined,
      }),
      { parent: this },
    );
    this.state = { addon };
    this.registerOutputs(this.state);
  }
}
