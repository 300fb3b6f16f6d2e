import { hasUnknown, type Properties, textsAt, valuesAt } from "../../server/properties";
import type { CheckFailure } from "../../server/provider";
import { SIMULATED_TIME } from "../../store/simulated-time";
import { arn, ec2Id } from "../identifiers";
import { arnOfPartition, ipv4Block, oneOf, pattern } from "../input-rules";
import { type Admission, type AwsType, byId, type Subject } from "../resource-type";
import { CLUSTER, KEY, ROLE, SECURITY_GROUP, SUBNET } from "./tokens";
import { zonesOf } from "./zones";

/** Version that EKS gives to a cluster that asks for none; a platform should always ask. */
const DEFAULT_VERSION = "1.31";

/** Form of a Kubernetes version in EKS. */
export const KUBERNETES_VERSION = pattern(/^1\.\d{2}$/, 'a minor version such as "1.29"');

/** Ways in which EKS knows who someone is, in the only order in which a cluster can change. Source: EKS User Guide, "Change authentication mode". */
const AUTHENTICATION_MODES = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"];

/** Clusters. */
export const EKS_CLUSTER_TYPES: readonly AwsType[] = [
  {
    // Version, logs, endpoints and subnets change in place; name, role and address family are for life; encryption can't be undone.
    token: CLUSTER,
    taggable: true,
    required: ["roleArn", "vpcConfig", "vpcConfig.subnetIds"],
    replacedBy: [
      "accessConfig.bootstrapClusterCreatorAdminPermissions",
      "bootstrapSelfManagedAddons",
      "kubernetesNetworkConfig.ipFamily",
      "kubernetesNetworkConfig.serviceIpv4Cidr",
      "name",
      "outpostConfig",
      "roleArn",
    ],
    replacedByRemovalOf: ["encryptionConfig"],
    name: { input: "name", within: "region" },
    rules: {
      "accessConfig.authenticationMode": [oneOf(...AUTHENTICATION_MODES)],
      enabledClusterLogTypes: [oneOf("api", "audit", "authenticator", "controllerManager", "scheduler")],
      "encryptionConfig.provider.keyArn": [arnOfPartition],
      "encryptionConfig.resources": [oneOf("secrets")],
      "kubernetesNetworkConfig.ipFamily": [oneOf("ipv4", "ipv6")],
      "kubernetesNetworkConfig.serviceIpv4Cidr": [
        ipv4Block(12, 24),
        pattern(
          /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.)/,
          "a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
        ),
      ],
      name: [pattern(/^[A-Za-z0-9][\w-]{0,99}$/, "1 to 100 letters, digits, hyphens and underscores")],
      roleArn: [arnOfPartition],
      "computeConfig.nodePools": [oneOf("general-purpose", "system")],
      "computeConfig.nodeRoleArn": [arnOfPartition],
      "upgradePolicy.supportType": [oneOf("STANDARD", "EXTENDED")],
      version: [KUBERNETES_VERSION],
    },
    check: (inputs) => [...endpointFailures(inputs), ...autoModeFailures(inputs)],
    references: [
      { path: "vpcConfig.subnetIds", to: byId(SUBNET) },
      { path: "vpcConfig.securityGroupIds", to: byId(SECURITY_GROUP) },
      // IAM and KMS know nothing of clusters: they let go what a cluster still needs.
      { path: "roleArn", to: { [ROLE]: ["arn"] }, holds: false },
      { path: "computeConfig.nodeRoleArn", to: { [ROLE]: ["arn"] }, holds: false },
      { path: "encryptionConfig.provider.keyArn", to: { [KEY]: ["arn"] }, holds: false },
    ],
    admit: (admission) =>
      refuseZones(admission) ??
      refuseVersionStep(admission) ??
      refuseModeStep(admission) ??
      refuseNodeRoleChange(admission),
    keeps: ({ deletionProtection }) =>
      deletionProtection === true ? "deletionProtection is on; turn it off in an update first" : undefined,
    id: ({ text }) => text("name"),
    defaults: { bootstrapSelfManagedAddons: true },
    outputs: clusterOutputs,
    unstable: ["platformVersion", "version"],
  },
];

function clusterOutputs(subject: Subject): Properties {
  const { account, id, seed, text } = subject;
  const suffix = `${account.region}.eks.${account.dnsSuffix}`;
  const [subnet = ""] = textsAt(subject.inputs, "vpcConfig.subnetIds");
  return {
    accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: true },
    arn: arn(account, "eks", `cluster/${id || text("name")}`),
    certificateAuthority: { data: Buffer.from(`simulated certificate authority of ${id}`).toString("base64") },
    createdAt: SIMULATED_TIME,
    endpoint: `https://${seed.hex("endpoint", 32).toUpperCase()}.gr7.${suffix}`,
    identities: [
      {
        oidcs: [
          {
            issuer: `https://oidc.eks.${account.region}.${account.dnsSuffix}/id/${seed.hex("issuer", 32).toUpperCase()}`,
          },
        ],
      },
    ],
    kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: "172.20.0.0/16" },
    platformVersion: "eks.1",
    status: "ACTIVE",
    upgradePolicy: { supportType: "EXTENDED" },
    version: DEFAULT_VERSION,
    vpcConfig: {
      clusterSecurityGroupId: ec2Id("sg")(subject),
      endpointPrivateAccess: false,
      endpointPublicAccess: true,
      vpcId: subject.stateOf(SUBNET, subnet).vpcId ?? "",
    },
  };
}

function endpointFailures(inputs: Properties): readonly CheckFailure[] {
  const { vpcConfig } = inputs;
  if (typeof vpcConfig !== "object" || vpcConfig === null) return [];
  const { endpointPrivateAccess, endpointPublicAccess } = vpcConfig as Properties;
  if (endpointPublicAccess !== false || endpointPrivateAccess === true || typeof endpointPrivateAccess === "string")
    return [];
  return [
    {
      property: "vpcConfig.endpointPrivateAccess",
      reason: "vpcConfig has neither endpoint open; set endpointPrivateAccess to true",
    },
  ];
}

/** The three parts of Auto Mode, by the paths of their switches. */
const AUTO_MODE_SWITCHES = [
  "computeConfig.enabled",
  "storageConfig.blockStorage.enabled",
  "kubernetesNetworkConfig.elasticLoadBalancing.enabled",
] as const;

/** Parts of Auto Mode are on together, with add-ons left to EKS. Source: EKS API reference, CreateCluster (InvalidParameterException). */
function autoModeFailures(inputs: Properties): readonly CheckFailure[] {
  const switches = AUTO_MODE_SWITCHES.map((path) => ({ path, values: valuesAt(inputs, path) }));
  if ([inputs.computeConfig, inputs.storageConfig, inputs.kubernetesNetworkConfig].some(hasUnknown)) return [];
  const on = switches.filter(({ values }) => values.includes(true)).map(({ path }) => path);
  if (on.length === 0) return [];
  const off = AUTO_MODE_SWITCHES.filter((path) => !on.includes(path));
  const failures: CheckFailure[] = off.map((property) => ({
    property,
    reason: `${property} isn't true while ${on.join(" and ")} is; the parts of Auto Mode are on together or off together`,
  }));
  if (inputs.bootstrapSelfManagedAddons !== false) {
    const reason = "bootstrapSelfManagedAddons has to be false with Auto Mode, which has add-ons of its own";
    failures.push({ property: "bootstrapSelfManagedAddons", reason });
  }
  const pools = textsAt(inputs, "computeConfig.nodePools");
  if (pools.length > 0 && textsAt(inputs, "computeConfig.nodeRoleArn").length === 0) {
    const reason = "computeConfig.nodeRoleArn is missing; nodes of the built-in pools need a role";
    failures.push({ property: "computeConfig.nodeRoleArn", reason });
  }
  return failures;
}

/** Source: EKS API reference, ComputeConfigRequest, nodeRoleArn. */
function refuseNodeRoleChange({ before, inputs }: Admission): string | undefined {
  const [was] = before === undefined ? [] : textsAt(before, "computeConfig.nodeRoleArn");
  const [is] = textsAt(inputs, "computeConfig.nodeRoleArn");
  return was === undefined || is === undefined || was === is
    ? undefined
    : `computeConfig.nodeRoleArn can't become ${is}; turn compute off first, which removes the nodes of ${was}`;
}

/** The control plane has interfaces in two zones at least. Source: EKS User Guide, "VPC and subnet requirements". */
function refuseZones({ inputs, stateOf }: Admission): string | undefined {
  const zones = new Set(zonesOf(textsAt(inputs, "vpcConfig.subnetIds"), stateOf));
  return zones.size >= 2
    ? undefined
    : `vpcConfig.subnetIds lie in ${zones.size} zone; give subnets of at least two zones`;
}

/** Upgrades go up, one minor version at a time. Source: EKS User Guide, "Update existing cluster to new Kubernetes version". */
function refuseVersionStep({ before, inputs }: Admission): string | undefined {
  if (before === undefined || typeof inputs.version !== "string") return undefined;
  const [was, is] = [minorOf(before.version), minorOf(inputs.version)];
  if (is === was || is === was + 1) return undefined;
  return `version ${inputs.version} can't follow ${before.version}; go up one minor version at a time, and never down`;
}

/** The minor of `1.29`, as a number. */
export function minorOf(version: unknown): number {
  return Number(String(version).split(".")[1]);
}

function refuseModeStep({ before, inputs }: Admission): string | undefined {
  const [was] = before === undefined ? [] : textsAt(before, "accessConfig.authenticationMode");
  const [is] = textsAt(inputs, "accessConfig.authenticationMode");
  if (was === undefined || is === undefined) return undefined;
  if (AUTHENTICATION_MODES.indexOf(is) >= AUTHENTICATION_MODES.indexOf(was)) return undefined;
  return `accessConfig.authenticationMode ${is} can't follow ${was}; EKS only goes ${AUTHENTICATION_MODES.join(" -> ")}`;
}
