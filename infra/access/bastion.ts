import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import type { AutoModeCluster } from "../cluster/auto-mode-cluster";
import type { Keys } from "../encryption/keys";
import type { Network } from "../network/network";
import { API_PORT } from "./api-admission";
import { type BastionConfig, bastionHost } from "./bastion-host";
import { sessionLogGroupName } from "./bastion-policies";
import { bastionClusterAccess, bastionRole } from "./bastion-role";
import { sessionDocument } from "./session-document";

/** What the bastion is made from. */
export interface BastionArgs {
  readonly platform: Platform;
  readonly config: BastionConfig;
  readonly network: Network;
  readonly cluster: Pick<AutoModeCluster, "eks" | "securityGroupId">;
  readonly keys: Keys;
}

/**
 * A host in the network from which people reach the private API server. They come through Systems Manager: the host opens the connection outwards, so nothing listens, and who came is
 * known by name. What was typed is kept.
 *
 * Its security group admits nobody and lets out HTTPS only: to Systems Manager, to the API server, to package repositories.
 *
 * Source: the GovCloud guide (004), Access Patterns. The SSH that it shows beside (a key and port 22) isn't built: it is the way in that nobody can take away from a person again.
 */
export class Bastion extends pulumi.ComponentResource {
  /** Name of the Auto Scaling group that holds the host; its one instance is the target of `aws ssm start-session`. */
  readonly groupName: pulumi.Output<string>;
  /** Name of the document for `aws ssm start-session --document-name`. */
  readonly sessionDocumentName: pulumi.Output<string>;

  constructor(name: string, args: BastionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:access:Bastion", name, {}, opts);
    const { platform, config, network, cluster, keys } = args;
    const parent = { parent: this };
    const clusterName = platform.cluster.name;

    const logs = new aws.cloudwatch.LogGroup(
      `${name}-sessions`,
      {
        name: sessionLogGroupName(platform),
        retentionInDays: config.sessionLogs.retention.days,
        kmsKeyId: keys.logsKeyArn,
      },
      { ...parent, protect: platform.platform.protectData },
    );
    const document = new aws.ssm.Document(
      `${name}-sessions`,
      {
        name: `${clusterName}-bastion-session`,
        documentType: "Session",
        documentFormat: "JSON",
        content: JSON.stringify(sessionDocument(platform)),
      },
      { ...parent, dependsOn: [logs] },
    );

    const { group, rules } = this.securityGroup(name, args);
    const role = bastionRole(name, platform, parent);
    bastionClusterAccess(name, { platform, config }, { ...parent, dependsOn: [cluster.eks, ...role.ready] });
    const host = bastionHost(
      name,
      {
        platform,
        config,
        subnetIds: network.subnetIds(config.subnets),
        securityGroupId: group.id,
        profileArn: role.profileArn,
        dataKeyArn: keys.dataKeyArn,
      },
      { ...parent, dependsOn: [...role.ready, ...rules, ...network.ready] },
    );
    this.groupName = host.name;
    this.sessionDocumentName = document.name;
    this.registerOutputs({ groupName: this.groupName, sessionDocumentName: this.sessionDocumentName });
  }

  /** A group that admits nobody, and the two rules around it: HTTPS out of it, and from it to the API server. */
  private securityGroup(name: string, { platform, network, cluster }: BastionArgs) {
    const parent = { parent: this };
    const tags = { Name: `${platform.cluster.name}-bastion` };
    const https = { ipProtocol: "tcp", fromPort: API_PORT, toPort: API_PORT };
    const group = new aws.ec2.SecurityGroup(
      `${name}-group`,
      { name: tags.Name, description: "Bastion: nothing in, HTTPS out", vpcId: network.vpcId, tags },
      parent,
    );
    const out = new aws.vpc.SecurityGroupEgressRule(
      `${name}-https`,
      {
        securityGroupId: group.id,
        description: "HTTPS: Systems Manager, the API server, package repositories",
        ...https,
        cidrIpv4: "0.0.0.0/0",
        tags,
      },
      parent,
    );
    const toApi = new aws.vpc.SecurityGroupIngressRule(
      `${name}-to-api`,
      {
        securityGroupId: cluster.securityGroupId,
        referencedSecurityGroupId: group.id,
        description: "Kubernetes API from the bastion",
        ...https,
        tags,
      },
      parent,
    );
    return { group, rules: [out, toApi] };
  }
}
