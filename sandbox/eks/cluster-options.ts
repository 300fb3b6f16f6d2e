import type * as eks from "@pulumi/eks";
import { bothGiven, isPlain, mustBePinned, mustBePlain, notSimulated, type OptionProblem } from "./option-check";
import { vpcCniProblems } from "./vpc-cni-addon";

const PLAIN: readonly (keyof eks.ClusterArgs)[] = [
  "accessEntries",
  "autoMode",
  "authenticationMode",
  "corednsAddonOptions",
  "createOidcProvider",
  "kubeProxyAddonOptions",
  "skipDefaultNodeGroup",
  "skipDefaultSecurityGroups",
  "useDefaultVpcCni",
  "vpcCniOptions",
];

/** `nodeAssociatePublicIpAddress` only reaches the default node group, which there is none of. */
const SIMULATED: readonly (keyof eks.ClusterArgs)[] = [
  ...PLAIN,
  "bootstrapSelfManagedAddons",
  "clusterSecurityGroup",
  "clusterSecurityGroupTags",
  "clusterTags",
  "deletionProtection",
  "enabledClusterLogTypes",
  "encryptionConfigKeyArn",
  "endpointPrivateAccess",
  "endpointPublicAccess",
  "instanceRoles",
  "ipFamily",
  "kubernetesServiceIpAddressRange",
  "name",
  "nodeAssociatePublicIpAddress",
  "nodeSecurityGroupTags",
  "privateSubnetIds",
  "providerCredentialOpts",
  "publicAccessCidrs",
  "publicSubnetIds",
  "serviceRole",
  "subnetIds",
  "tags",
  "upgradePolicy",
  "version",
  "vpcId",
];

/** Whether EKS makes nodes, volumes, load balancers and the pod network by itself. */
export function autoModeEnabled(args: eks.ClusterArgs): boolean {
  return args.autoMode?.enabled === true;
}

/** Whether the cluster gets the VPC CNI as an add-on: yes, unless `useDefaultVpcCni` keeps the self-managed one or Auto Mode has its own. */
export function vpcCniEnabled(args: eks.ClusterArgs): boolean {
  return args.useDefaultVpcCni === undefined ? !autoModeEnabled(args) : !args.useDefaultVpcCni;
}

/** Whether the cluster gets kube-proxy as an add-on: yes, unless disabled or built into Auto Mode. */
export function kubeProxyEnabled(args: eks.ClusterArgs): boolean {
  return args.kubeProxyAddonOptions?.enabled ?? !autoModeEnabled(args);
}

/** Whether the cluster goes without security groups of the component's: only by the program's word or with Auto Mode. */
export function skipsSecurityGroups(args: eks.ClusterArgs): boolean {
  return args.skipDefaultSecurityGroups ?? autoModeEnabled(args);
}

/** The role of Auto Mode's nodes has to be given: the one that the component would make has a name that nobody chose. */
function autoModeProblems(args: eks.ClusterArgs): OptionProblem[] {
  if (!autoModeEnabled(args)) return [];
  const problems: OptionProblem[] = [];
  if (args.autoMode?.createNodeRole !== false) {
    problems.push({
      propertyPath: "autoMode.createNodeRole",
      reason: "must be false, with autoMode.computeConfig.nodeRoleArn: a node role of the component's isn't simulated",
    });
  }
  if (args.serviceRole === undefined) {
    problems.push({
      propertyPath: "serviceRole",
      reason: "missing; give a role with the policies of Auto Mode: the component's own isn't simulated with them",
    });
  }
  return problems;
}

/**
 * Whether the cluster gets CoreDNS as an add-on. Without a default node group there is nowhere to place it, so only
 * when the program asks for it: by `enabled`, which the SDK sets once there are options at all, or by a configuration.
 */
export function corednsEnabled(args: eks.ClusterArgs): boolean {
  const options = args.corednsAddonOptions;
  return options?.enabled === true || options?.configurationValues !== undefined;
}

function addonProblems(args: eks.ClusterArgs): OptionProblem[] {
  const cni = vpcCniEnabled(args) ? vpcCniProblems(args.vpcCniOptions ?? {}) : [];
  return [
    ...cni.map((problem) => ({ ...problem, propertyPath: `vpcCniOptions.${problem.propertyPath}` })),
    ...(kubeProxyEnabled(args) && args.kubeProxyAddonOptions?.version === undefined
      ? [mustBePinned("kubeProxyAddonOptions.version", "the newest version of kube-proxy")]
      : []),
    ...(corednsEnabled(args) && args.corednsAddonOptions?.version === undefined
      ? [mustBePinned("corednsAddonOptions.version", "the newest version of coredns")]
      : []),
  ];
}

function networkProblems(args: eks.ClusterArgs): OptionProblem[] {
  const problems = bothGiven(args, [
    ["subnetIds", "publicSubnetIds"],
    ["subnetIds", "privateSubnetIds"],
  ]);
  if (args.vpcId === undefined) problems.push(mustBePinned("vpcId", "the default VPC"));
  if ((args.subnetIds ?? args.publicSubnetIds ?? args.privateSubnetIds) === undefined) {
    problems.push({ propertyPath: "subnetIds", reason: "missing; give it, or privateSubnetIds and publicSubnetIds" });
  }
  if (args.endpointPublicAccess === false && args.publicAccessCidrs !== undefined) {
    problems.push({
      propertyPath: "publicAccessCidrs",
      reason: 'given without a public endpoint: set "endpointPublicAccess" to true, or leave the CIDRs out',
    });
  }
  return problems;
}

/** What stands against the options of an `eks:index:Cluster`: what the real provider refuses, and what isn't simulated. */
export function clusterProblems(args: eks.ClusterArgs): OptionProblem[] {
  const unreadable = mustBePlain(args, PLAIN);
  // The rest reads these options, so there is nothing sensible to say about it before they are readable.
  if (unreadable.length > 0) return unreadable;
  const problems = [
    ...notSimulated(args, SIMULATED),
    ...networkProblems(args),
    ...addonProblems(args),
    ...autoModeProblems(args),
  ];
  if (args.skipDefaultNodeGroup !== true && !autoModeEnabled(args)) {
    problems.push({
      propertyPath: "skipDefaultNodeGroup",
      reason: "must be true: the default node group isn't simulated",
    });
  }
  if (args.authenticationMode !== "API") {
    problems.push({
      propertyPath: "authenticationMode",
      reason: `must be "API", not ${JSON.stringify(args.authenticationMode)}: the aws-auth ConfigMap isn't simulated`,
    });
  }
  if (isPlain(args.instanceRoles) && Array.isArray(args.instanceRoles) && args.instanceRoles.length > 0) {
    problems.push({ propertyPath: "instanceRoles", reason: 'must be empty when "authenticationMode" is "API"' });
  }
  return problems;
}
