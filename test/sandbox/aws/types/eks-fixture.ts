import { AwsAccountFixture, type Made, TRUST } from "../aws-account-fixture";

/** Token of a cluster. */
export const CLUSTER = "aws:eks/cluster:Cluster";

/** An account with what a cluster needs: a role, and subnets in two zones. */
export interface EksFixture {
  readonly aws: AwsAccountFixture;
  readonly role: Made;
  readonly subnetIds: readonly string[];
  /** Inputs of a cluster that EKS takes. */
  readonly cluster: {
    readonly name: string;
    readonly roleArn: string;
    readonly version: string;
    readonly accessConfig: { readonly authenticationMode: string };
    readonly vpcConfig: { readonly subnetIds: readonly string[] };
  };
}

/** Makes an account as {@link EksFixture} says. */
export async function eksFixture(): Promise<EksFixture> {
  const aws = new AwsAccountFixture();
  const role = await aws.make("aws:iam/role:Role", { assumeRolePolicy: TRUST, name: "control-plane" });
  const vpc = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const subnet = async (zone: string, third: number) => {
    const given = { vpcId: vpc.id, cidrBlock: `10.0.${third}.0/24`, availabilityZone: zone };
    return (await aws.make("aws:ec2/subnet:Subnet", given, zone)).id;
  };
  const subnetIds = [await subnet("eu-central-1a", 0), await subnet("eu-central-1b", 1)];
  const cluster = {
    name: "c",
    roleArn: String(role.state.arn),
    version: "1.29",
    accessConfig: { authenticationMode: "API" },
    vpcConfig: { subnetIds },
  };
  return { aws, role, subnetIds, cluster };
}
