import type { autoscaling, ec2 } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { mappingAt, textAt } from "../charts/checks/object-readers";
import type { Estate } from "./estate";
import { MalformedInput } from "./malformed";
import { type NodeRegistration, nodeConfigOf } from "./node-config";
import { type Resource, resourceText, Unreadable } from "./resource";

/** A launch template of the plan. */
export type LaunchTemplate = Resource<Unwrap<ec2.LaunchTemplateArgs>>;

/** Key of the tag by which the cloud provider of Kubernetes knows the nodes of a cluster; its end is the cluster's name. */
const CLUSTER_TAG = /^kubernetes\.io\/cluster\//;

/** The launch template that a group of nodes depends on. */
export function templateOf(estate: Estate, group: Pick<Resource, "dependencies">): LaunchTemplate | undefined {
  return estate.dependenciesOf<Unwrap<ec2.LaunchTemplateArgs>>(group, "aws:ec2/launchTemplate:LaunchTemplate")[0];
}

/** The instance type that a template names; undefined where it leaves that to the group. */
export function typesOf(template: LaunchTemplate | undefined): readonly string[] | undefined {
  const type = template?.inputs.instanceType;
  return type === undefined ? undefined : [type];
}

/** With what the template's user data has a node register; the error names the template, since it is told of a group or a workload. */
export function registration(template: LaunchTemplate | undefined): NodeRegistration {
  if (template === undefined) return { labels: {}, taints: [] };
  try {
    return nodeConfigOf(template.inputs.userData ?? "");
  } catch (error) {
    if (error instanceof MalformedInput) {
      throw new MalformedInput(`${error.path} of ${resourceText(template)}`, error.complaint);
    }
    if (!(error instanceof Unreadable)) throw error;
    throw new Unreadable(`${error.path} of ${resourceText(template)}`, error.reason);
  }
}

/** Whether the instances of an Auto Scaling group become nodes: they or the group have the tag of a cluster. */
export function joinsCluster(estate: Estate, group: Resource<Unwrap<autoscaling.GroupArgs>>): boolean {
  const specifications = templateOf(estate, group)?.inputs.tagSpecifications ?? [];
  const keys = [
    ...(group.inputs.tags ?? []).map((tag) => textAt(tag, ["key"])),
    ...specifications.flatMap((specification) => Object.keys(mappingAt(specification, ["tags"]))),
  ];
  return keys.some((key) => CLUSTER_TAG.test(key));
}
