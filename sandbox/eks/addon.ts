import * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { addonConfiguration } from "./addon-configuration";
import { given } from "./given";
import { isPlain, mustBePinned, notSimulated, type OptionProblem } from "./option-check";

const SIMULATED: readonly (keyof eks.AddonArgs)[] = [
  "addonName",
  "addonVersion",
  "cluster",
  "configurationValues",
  "preserve",
  "resolveConflictsOnCreate",
  "resolveConflictsOnUpdate",
  "serviceAccountRoleArn",
  "tags",
];

/**
 * The schema of 4.3.0 says that an add-on's tags are a list of maps, and the add-on of AWS takes one map: a list fails
 * there, so it fails here.
 */
export function tagsAreMap(tags: unknown): OptionProblem[] {
  return isPlain(tags) && Array.isArray(tags)
    ? [{ propertyPath: "tags", reason: "a list of maps, which aws.eks.Addon refuses: give one map, or none" }]
    : [];
}

/** What stands against the options of an `eks:index:Addon`. */
export function addonProblems(args: eks.AddonArgs): OptionProblem[] {
  return [
    ...notSimulated(args, SIMULATED),
    ...(args.addonVersion === undefined ? [mustBePinned("addonVersion", "the add-on's default version")] : []),
    ...tagsAreMap(args.tags),
  ];
}

/**
 * `eks:index:Addon`: one add-on of a cluster. It is a child of the cluster whatever `parent` the program gives it.
 * Source: pulumi-eks, nodejs/eks/addons/addon.ts.
 */
export class SimulatedAddon extends pulumi.ComponentResource {
  readonly state: pulumi.Inputs;

  constructor(name: string, args: eks.AddonArgs, opts: pulumi.ComponentResourceOptions) {
    // The cluster is a resource reference, so the SDK hands it over as the resource itself.
    const cluster = args.cluster as eks.Cluster;
    super("eks:index:Addon", name, args, { ...opts, parent: cluster });
    const addon = new aws.eks.Addon(
      name,
      given({
        addonName: args.addonName,
        addonVersion: args.addonVersion,
        clusterName: cluster.core.cluster.name,
        configurationValues:
          args.configurationValues &&
          pulumi.output(args.configurationValues).apply((v) => addonConfiguration(v) ?? "{}"),
        preserve: args.preserve,
        resolveConflictsOnCreate: args.resolveConflictsOnCreate,
        resolveConflictsOnUpdate: args.resolveConflictsOnUpdate,
        serviceAccountRoleArn: args.serviceAccountRoleArn,
        tags: args.tags as pulumi.Input<Record<string, string>> | undefined,
      }),
      { parent: this },
    );
    this.state = { addon };
    this.registerOutputs(this.state);
  }
}
