import * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { createAccessEntries } from "./access-entries";
import { createClusterAddons } from "./cluster-addons";
import { createControlPlane, encryptionConfig } from "./cluster-control-plane";
import { skipsSecurityGroups, vpcCniEnabled } from "./cluster-options";
import { given } from "./given";
import { kubeconfigFor, regionOfArn } from "./kubeconfig";
import { createNodeSecurityGroup } from "./node-security-group";
import { SimulatedVpcCniAddon } from "./vpc-cni-addon";

/**
 * Thumbprint of the root that signs the issuers of EKS. The real provider reads it from the issuer's certificate over
 * HTTPS; nothing answers there in a simulation, and AWS no longer compares it for issuers under its own roots.
 */
const ISSUER_THUMBPRINT = "9e99a48a9960b14926bb7f3b02e22da2b0ab7280";

/** The cluster's kubeconfig, with or without the profile that the program's own providers need. */
function clusterKubeconfig(cluster: aws.eks.Cluster, args: eks.ClusterArgs, withProfile: boolean) {
  return pulumi
    .all([cluster.name, cluster.endpoint, cluster.certificateAuthority, cluster.arn, args.providerCredentialOpts])
    .apply(([clusterName, endpoint, authority, arn, credentials]) =>
      kubeconfigFor({
        clusterName,
        endpoint,
        region: regionOfArn(arn),
        certificateAuthorityData: authority.data,
        credentials: { roleArn: credentials?.roleArn, profileName: withProfile ? credentials?.profileName : undefined },
      }),
    );
}

function createOidcProvider(name: string, cluster: aws.eks.Cluster, parent: pulumi.Resource) {
  return new aws.iam.OpenIdConnectProvider(
    `${name}-oidcProvider`,
    {
      clientIdLists: ["sts.amazonaws.com"],
      url: cluster.identities.apply((identities) => identities[0]?.oidcs?.[0]?.issuer ?? ""),
      thumbprintLists: [ISSUER_THUMBPRINT],
    },
    { parent },
  );
}

/**
 * `eks:index:Cluster`: control plane, security groups, access entries, add-ons and OIDC provider of an EKS cluster,
 * under the names and with the outputs of the real component.
 *
 * The real one waits until the API server answers; a simulated one has no address to ask. It also falls back to the
 * profile of the environment for the kubeconfig, which would make a plan depend on who makes it: not done here.
 * Source: pulumi-eks, nodejs/eks/cluster/cluster.ts, createCore and createCluster.
 */
export class SimulatedCluster extends pulumi.ComponentResource {
  readonly state: pulumi.Inputs;

  constructor(name: string, args: eks.ClusterArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:Cluster", name, args, opts);
    const { cluster, role, subnetIds, securityGroup } = createControlPlane(name, args, this);
    createClusterAddons(name, args, cluster, this);
    const kubeconfig = clusterKubeconfig(cluster, args, false);
    const provider = new kubernetes.Provider(
      `${name}-eks-k8s`,
      { kubeconfig: clusterKubeconfig(cluster, args, true).apply((config) => JSON.stringify(config)) },
      { parent: this },
    );
    const accessEntries = args.accessEntries ?? {};
    const entries = createAccessEntries(name, cluster.name, accessEntries, { parent: this, dependsOn: [cluster] });
    const vpcCni = vpcCniEnabled(args)
      ? new SimulatedVpcCniAddon(
          `${name}-vpc-cni`,
          // A map here, against the published type: see `tagsAreMap`.
          given({
            ...args.vpcCniOptions,
            clusterName: cluster.name,
            clusterVersion: cluster.version,
            tags: args.tags as unknown as eks.VpcCniAddonArgs["tags"],
          }) as eks.VpcCniAddonArgs,
          { parent: this, dependsOn: entries, providers: { kubernetes: provider } },
        )
      : undefined;
    const oidcProvider = args.createOidcProvider === true ? createOidcProvider(name, cluster, this) : undefined;
    const nodes =
      skipsSecurityGroups(args) || !securityGroup
        ? undefined
        : createNodeSecurityGroup(
            name,
            {
              vpcId: args.vpcId ?? "",
              clusterSecurityGroupId: securityGroup.id,
              clusterName: cluster.name,
              tags: pulumi
                .all([args.nodeSecurityGroupTags, args.tags])
                .apply(([own, shared]) => ({ ...own, ...shared })),
            },
            this,
          );
    const issuer = cluster.identities.apply((identities) => identities[0]?.oidcs?.[0]?.issuer ?? "");
    // Without a group of our own it is the one that EKS makes for every cluster.
    const clusterSecurityGroupId = securityGroup?.id ?? cluster.vpcConfig.clusterSecurityGroupId;

    this.state = {
      core: {
        cluster,
        vpcId: args.vpcId,
        subnetIds,
        publicSubnetIds: args.publicSubnetIds,
        privateSubnetIds: args.privateSubnetIds,
        clusterSecurityGroup: securityGroup,
        endpoint: cluster.endpoint,
        nodeGroupOptions: {
          nodeAssociatePublicIpAddress: args.nodeAssociatePublicIpAddress,
          version: args.version,
          nodeSecurityGroup: nodes?.securityGroup,
          clusterIngressRule: nodes?.clusterIngressRule,
        },
        kubeconfig,
        provider,
        vpcCni,
        instanceRoles: [],
        tags: args.tags,
        nodeSecurityGroupTags: args.nodeSecurityGroupTags,
        storageClasses: {},
        oidcProvider,
        encryptionConfig: encryptionConfig(args),
        clusterIamRole: role,
        accessEntries: Object.values(accessEntries),
        autoModeNodeRoleName: "",
      },
      eksCluster: cluster,
      awsProvider: Object.entries(opts.providers ?? {}).find(([name]) => name === "aws")?.[1],
      kubeconfig,
      kubeconfigJson: kubeconfig.apply((config) => JSON.stringify(config)),
      clusterSecurityGroup: securityGroup,
      clusterSecurityGroupId,
      nodeSecurityGroup: nodes?.securityGroup,
      nodeSecurityGroupId: nodes?.securityGroup.id ?? cluster.vpcConfig.clusterSecurityGroupId,
      eksClusterIngressRule: nodes?.clusterIngressRule,
      clusterIngressRuleId: nodes?.clusterIngressRule.securityGroupRuleId ?? "",
      instanceRoles: [],
      defaultNodeGroupAsgName: "",
      fargateProfileId: "",
      fargateProfileStatus: "",
      oidcProviderArn: oidcProvider?.arn ?? "",
      oidcProviderUrl: issuer,
      oidcIssuer: issuer.apply((url) => url.replace("https://", "")),
      autoModeNodeRoleName: "",
    };
    this.registerOutputs(this.state);
  }
}
