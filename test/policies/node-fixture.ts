import { LAUNCH_TEMPLATE, NODE_GROUP, SCALING_GROUP } from "../../policies/node-groups";
import type { PlannedResource } from "../../policies/resource";
import { resource, type Things, urnOf } from "./estate-fixture";

export const ADD_ON = "aws:eks/addon:Addon";
export const SUBNET = "aws:ec2/subnet:Subnet";
/** As messages about the groups below begin. */
export const MANAGED = `${NODE_GROUP} web`;
export const SCALING = `${SCALING_GROUP} brokers`;

const UNKNOWN = "[unknown]";

/** User data as launch templates take it: a MIME document with one NodeConfig that has these flags. */
export function userDataWith(...flags: readonly string[]): string {
  const lines = flags.map((flag) => `      - ${flag}`);
  const config = [
    "apiVersion: node.eks.aws/v1alpha1",
    "kind: NodeConfig",
    "spec:",
    "  kubelet:",
    "    flags:",
    ...lines,
  ];
  const part = ["--EDGE", "Content-Type: application/node.eks.aws", "", ...config, "--EDGE--", ""];
  const document = ["MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="EDGE"', "", ...part].join("\n");
  return Buffer.from(document, "utf8").toString("base64");
}

/** A subnet of a zone. */
export function subnet(name: string, zone: string): PlannedResource {
  return resource(SUBNET, name, { availabilityZone: zone, mapPublicIpOnLaunch: false });
}

function template(name: string, pool: string): PlannedResource {
  return resource(LAUNCH_TEMPLATE, name, {
    userData: userDataWith(`--node-labels=node.kubernetes.io/pool=${pool}`),
    tagSpecifications: [{ resourceType: "instance", tags: { "kubernetes.io/cluster/test": "owned" } }],
  });
}

function dependenciesWith(templateName: string): readonly string[] {
  return [
    urnOf(LAUNCH_TEMPLATE, templateName),
    urnOf(SUBNET, "private-a"),
    urnOf(SUBNET, "private-b"),
    urnOf(ADD_ON, "pod-network"),
  ];
}

/** A managed spot group `web`, tainted and labelled; its template is `web-template`. */
export function managedGroup(): PlannedResource {
  return resource(
    NODE_GROUP,
    "web",
    {
      clusterName: "test",
      version: "1.34",
      capacityType: "SPOT",
      instanceTypes: ["m6i.2xlarge", "m5.2xlarge", "m5a.2xlarge"],
      scalingConfig: { minSize: 1, desiredSize: 6, maxSize: 9 },
      subnetIds: [UNKNOWN, UNKNOWN],
      launchTemplate: { id: UNKNOWN, version: UNKNOWN },
      labels: { "capacity-type": "spot" },
      taints: [{ key: "spot-instance", value: "true", effect: "NO_SCHEDULE" }],
      updateConfig: { maxUnavailablePercentage: 20 },
      forceUpdateVersion: false,
    },
    { dependencies: dependenciesWith("web-template") },
  );
}

/** A self-managed group `brokers`; its template is `brokers-template`. */
export function scalingGroup(): PlannedResource {
  return resource(
    SCALING_GROUP,
    "brokers",
    {
      minSize: 3,
      desiredCapacity: 3,
      maxSize: 3,
      vpcZoneIdentifiers: [UNKNOWN, UNKNOWN],
      launchTemplate: { id: UNKNOWN, version: UNKNOWN },
      tags: [{ key: "kubernetes.io/cluster/test", value: "owned", propagateAtLaunch: false }],
    },
    { dependencies: dependenciesWith("brokers-template") },
  );
}

/** Both groups, with all that they depend on. */
export function nodeGroups(): { readonly resources: Things["resources"] } {
  const resources = [
    managedGroup(),
    scalingGroup(),
    template("web-template", "web"),
    template("brokers-template", "brokers"),
    subnet("private-a", "us-east-1a"),
    subnet("private-b", "us-east-1b"),
    resource(ADD_ON, "pod-network", { addonName: "vpc-cni" }),
  ];
  return { resources };
}

/** Takes the dependencies on resources of a type away from a group. */
export function dropDependencies({ resources }: Things, name: string, type: string): void {
  for (const one of resources.filter((each) => each.name === name)) {
    Object.assign(one, { dependencies: one.dependencies.filter((urn) => !urn.includes(`::${type}::`)) });
  }
}
