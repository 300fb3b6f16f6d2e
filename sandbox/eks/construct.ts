// For their side effect too: each registers how its resources are made from references, such as a node group's cluster.
import "@pulumi/aws";
import "@pulumi/kubernetes";
import type * as eks from "@pulumi/eks";
import type * as pulumi from "@pulumi/pulumi";
import { addonProblems, SimulatedAddon } from "./addon";
import { SimulatedCluster } from "./cluster";
import { clusterProblems } from "./cluster-options";
import { SimulatedManagedNodeGroup } from "./managed-node-group";
import { managedNodeGroupProblems } from "./managed-node-group-options";
import { SimulatedNodeGroupV2 } from "./node-group";
import { nodeGroupProblems } from "./node-group-options";
import { SimulatedNodeGroupSecurityGroup } from "./node-security-group";
import { type OptionProblem, refuse } from "./option-check";
import { SimulatedVpcCniAddon, vpcCniProblems } from "./vpc-cni-addon";

/** A component once its children are registered: its URN, and the outputs that the program gets. */
type Constructed = pulumi.ComponentResource & { readonly state: pulumi.Inputs };

/** A kind of component: what stands against its options, and how it is built. */
interface Kind {
  problems(args: pulumi.Inputs): OptionProblem[];
  construct(name: string, args: pulumi.Inputs, opts: pulumi.ComponentResourceOptions): Constructed;
}

/** The only place where options change from what came over the wire to the SDK's types. */
function kind<Args extends object>(
  problems: (args: Args) => OptionProblem[],
  Component: new (name: string, args: Args, opts: pulumi.ComponentResourceOptions) => Constructed,
): Kind {
  return {
    problems: (args) => problems(args as Args),
    construct: (name, args, opts) => new Component(name, args as Args, opts),
  };
}

const KINDS: Readonly<Record<string, Kind>> = {
  "eks:index:Addon": kind(addonProblems, SimulatedAddon),
  "eks:index:Cluster": kind(clusterProblems, SimulatedCluster),
  "eks:index:ManagedNodeGroup": kind(managedNodeGroupProblems, SimulatedManagedNodeGroup),
  "eks:index:NodeGroupSecurityGroup": kind(() => [], SimulatedNodeGroupSecurityGroup),
  "eks:index:NodeGroupV2": kind(nodeGroupProblems, SimulatedNodeGroupV2),
  "eks:index:VpcCniAddon": kind<eks.VpcCniAddonArgs>(vpcCniProblems, SimulatedVpcCniAddon),
};

/**
 * Constructs the children of one component of @pulumi/eks 4.3.0, from the same options as the real provider. Neither AWS
 * nor the `aws` command is asked anything, but for the partition when a cluster comes without a `serviceRole`.
 *
 * @throws InputPropertiesError when options are refused, naming each, before anything is registered.
 * @throws Error for a type that isn't simulated.
 */
export async function construct(
  name: string,
  type: string,
  inputs: pulumi.Inputs,
  options: pulumi.ComponentResourceOptions,
): Promise<pulumi.provider.ConstructResult> {
  const found = KINDS[type];
  if (!found) {
    throw new Error(`${type} "${name}" isn't simulated. Simulated are: ${Object.keys(KINDS).join(", ")}`);
  }
  refuse(type, name, found.problems(inputs));
  const component = found.construct(name, inputs, options);
  return { urn: component.urn, state: component.state };
}
