import { type Properties, textsAt } from "../../server/properties";
import type { CheckFailure } from "../../server/provider";
import { arn } from "../identifiers";
import { arnOfPartition, integer, oneOf, pattern } from "../input-rules";
import { type Admission, type AwsType, byId } from "../resource-type";
import { KUBERNETES_VERSION, minorOf } from "./eks-cluster";
import { sizeFailures } from "./group-size";
import { CLUSTER, LAUNCH_TEMPLATE, NODE_GROUP, ROLE, SECURITY_GROUP, SUBNET } from "./tokens";

/** Minor versions that a kubelet may lag behind its API server. Source: Kubernetes documentation, "Version Skew Policy" (1.28 and later). */
const KUBELET_SKEW = 3;

/** Managed node groups. */
export const EKS_NODE_GROUP_TYPES: readonly AwsType[] = [
  {
    // What nodes are is for life; how many, their labels, taints and the version of the template roll in place.
    token: NODE_GROUP,
    taggable: true,
    required: ["clusterName", "nodeRoleArn", "scalingConfig", "subnetIds"],
    replacedBy: [
      "amiType",
      "capacityType",
      "clusterName",
      "diskSize",
      "instanceTypes",
      "launchTemplate.id",
      "launchTemplate.name",
      "nodeGroupName",
      "nodeGroupNamePrefix",
      "nodeRoleArn",
      "remoteAccess",
      "subnetIds",
    ],
    name: { input: "nodeGroupName", prefixInput: "nodeGroupNamePrefix", under: ["clusterName"], within: "region" },
    rules: {
      capacityType: [oneOf("ON_DEMAND", "SPOT", "CAPACITY_BLOCK")],
      nodeGroupName: [pattern(/^[A-Za-z0-9][\w-]{0,62}$/, "1 to 63 letters, digits, hyphens and underscores")],
      nodeRoleArn: [arnOfPartition],
      "scalingConfig.desiredSize": [integer(0, 450)],
      "scalingConfig.maxSize": [integer(1, 450)],
      "scalingConfig.minSize": [integer(0, 450)],
      "taints.effect": [oneOf("NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE")],
      "taints.key": [pattern(/^.{1,63}$/, "1 to 63 characters")],
      "taints.value": [pattern(/^.{0,63}$/, "up to 63 characters")],
      "updateConfig.maxUnavailable": [integer(1, 100)],
      "updateConfig.maxUnavailablePercentage": [integer(1, 100)],
      version: [KUBERNETES_VERSION],
    },
    check: nodeGroupFailures,
    references: [
      // A cluster can't go while it has node groups.
      { path: "clusterName", to: byId(CLUSTER) },
      { path: "subnetIds", to: byId(SUBNET) },
      { path: "nodeRoleArn", to: { [ROLE]: ["arn"] }, holds: false },
      { path: "launchTemplate.id", to: byId(LAUNCH_TEMPLATE), holds: false },
      { path: "launchTemplate.name", to: { [LAUNCH_TEMPLATE]: ["name"] }, holds: false },
      { path: "remoteAccess.sourceSecurityGroupIds", to: byId(SECURITY_GROUP) },
    ],
    admit: (admission) => refuseTemplate(admission) ?? refuseSkew(admission),
    id: ({ text }) => `${text("clusterName")}:${text("nodeGroupName")}`,
    outputs: (subject) => {
      const { account, inputs, seed, text } = subject;
      const name = text("nodeGroupName");
      const unique = seed.uuid("node group");
      return {
        arn: arn(account, "eks", `nodegroup/${text("clusterName")}/${name}/${unique}`),
        capacityType: "ON_DEMAND",
        ...(inputs.launchTemplate === undefined
          ? { amiType: "AL2023_x86_64_STANDARD", diskSize: 20, instanceTypes: ["t3.medium"] }
          : {}),
        resources: [{ autoscalingGroups: [{ name: `eks-${name}-${unique}` }], remoteAccessSecurityGroupId: "" }],
        status: "ACTIVE",
        version: subject.stateOf(CLUSTER, text("clusterName")).version ?? "",
      };
    },
    unstable: ["version"],
  },
];

function nodeGroupFailures(inputs: Properties): readonly CheckFailure[] {
  const { scalingConfig, launchTemplate, diskSize, remoteAccess, updateConfig } = inputs;
  const { minSize, desiredSize, maxSize } = (typeof scalingConfig === "object" ? scalingConfig : {}) as Properties;
  const failures = [...sizeFailures("scalingConfig.", { min: minSize, desired: desiredSize, max: maxSize })];
  const excluded = launchTemplate === undefined ? {} : { diskSize, remoteAccess };
  for (const [property, value] of Object.entries(excluded)) {
    if ((value ?? null) === null) continue;
    failures.push({ property, reason: `${property} excludes launchTemplate; set it in the launch template` });
  }
  const { maxUnavailable, maxUnavailablePercentage } = (
    typeof updateConfig === "object" ? updateConfig : {}
  ) as Properties;
  if (maxUnavailable !== undefined && maxUnavailablePercentage !== undefined) {
    failures.push({
      property: "updateConfig",
      reason: "updateConfig takes maxUnavailable or maxUnavailablePercentage, not both",
    });
  }
  return failures;
}

/** What a node group and its launch template may not say both, or at all. Source: EKS User Guide, "Customize managed nodes with launch templates". */
function refuseTemplate({ inputs, stateOf }: Admission): string | undefined {
  const [key] = [...textsAt(inputs, "launchTemplate.id"), ...textsAt(inputs, "launchTemplate.name")];
  if (key === undefined) return undefined;
  const template = stateOf(LAUNCH_TEMPLATE, key);
  const [version] = textsAt(inputs, "launchTemplate.version");
  if (version !== undefined && /^\d+$/.test(version) && Number(version) > Number(template.latestVersion)) {
    return `launchTemplate.version ${version} doesn't exist; the latest of ${key} is ${template.latestVersion}`;
  }
  if (template.iamInstanceProfile !== undefined)
    return `launchTemplate ${key} names an instance profile; EKS brings its own`;
  if (template.instanceType !== undefined && inputs.instanceTypes !== undefined) {
    return `instanceTypes is given, and instanceType in launchTemplate ${key} too; give one`;
  }
  if (template.imageId === undefined) return undefined;
  for (const property of ["version", "releaseVersion"]) {
    if (inputs[property] !== undefined) return `${property} excludes the image of launchTemplate ${key}; leave one out`;
  }
  if (inputs.amiType !== undefined && inputs.amiType !== "CUSTOM")
    return `amiType excludes the image of launchTemplate ${key}; leave one out`;
  return undefined;
}

/** Nodes are never newer than the control plane, and not too old for it. */
function refuseSkew({ inputs, stateOf }: Admission): string | undefined {
  if (typeof inputs.version !== "string") return undefined;
  const { version } = stateOf(CLUSTER, String(inputs.clusterName));
  const lag = minorOf(version) - minorOf(inputs.version);
  if (!(lag < 0 || lag > KUBELET_SKEW)) return undefined;
  return `version ${inputs.version} doesn't fit cluster ${inputs.clusterName} at ${version}; allowed are at most ${KUBELET_SKEW} minor versions behind, none ahead`;
}
