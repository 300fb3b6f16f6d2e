import type { Properties } from "../../server/properties";
import type { CheckFailure } from "../../server/provider";
import { SIMULATED_TIME } from "../../store/simulated-time";
import { arn } from "../identifiers";
import { arnOfPartition, jsonObject, oneOf, pattern } from "../input-rules";
import { type Admission, type AwsType, byId, type Reference } from "../resource-type";
import { ACCESS_ENTRY, CLUSTER, ROLE } from "./tokens";

/** EKS drops these with the cluster. */
const OF_CLUSTER: Reference = { path: "clusterName", to: byId(CLUSTER), holds: false };

const NAMESPACE = pattern(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, "the name of a namespace");

/** Add-ons, and who may do what in a cluster. */
export const EKS_ACCESS_TYPES: readonly AwsType[] = [
  {
    // Version and settings change in place.
    token: "aws:eks/addon:Addon",
    taggable: true,
    required: ["addonName", "clusterName"],
    replacedBy: ["addonName", "clusterName"],
    rules: {
      addonName: [pattern(/^[a-z0-9][\w-]*$/, "the name of an add-on, such as vpc-cni")],
      addonVersion: [pattern(/^v\d+\.\d+\.\d+(-[\w.-]+)?$/, "a build such as v1.18.3-eksbuild.1")],
      configurationValues: [jsonObject],
      resolveConflictsOnCreate: [oneOf("NONE", "OVERWRITE")],
      resolveConflictsOnUpdate: [oneOf("NONE", "OVERWRITE", "PRESERVE")],
      serviceAccountRoleArn: [arnOfPartition],
    },
    references: [OF_CLUSTER, { path: "serviceAccountRoleArn", to: { [ROLE]: ["arn"] }, holds: false }],
    json: ["configurationValues"],
    id: ({ text }) => `${text("clusterName")}:${text("addonName")}`,
    outputs: ({ account, seed, text }) => ({
      arn: arn(account, "eks", `addon/${text("clusterName")}/${text("addonName")}/${seed.uuid("addon")}`),
      createdAt: SIMULATED_TIME,
      modifiedAt: SIMULATED_TIME,
    }),
  },
  {
    // Whom it is for is for life. The principal may belong to another stack, so it need not be in the store.
    token: ACCESS_ENTRY,
    taggable: true,
    required: ["clusterName", "principalArn"],
    replacedBy: ["clusterName", "principalArn", "type"],
    rules: {
      principalArn: [arnOfPartition],
      type: [oneOf("STANDARD", "EC2_LINUX", "EC2_WINDOWS", "FARGATE_LINUX", "EC2", "HYBRID_LINUX", "HYPERPOD_LINUX")],
      kubernetesGroups: [
        pattern(
          /^(?!(system|eks|aws|amazon|iam):).+$/,
          "a group whose name doesn't begin with system:, eks:, aws:, amazon: or iam:",
        ),
      ],
    },
    check: groupFailures,
    references: [OF_CLUSTER],
    admit: refuseWithoutApi,
    id: ({ text }) => `${text("clusterName")}:${text("principalArn")}`,
    defaults: { type: "STANDARD" },
    outputs: ({ account, seed, text }) => {
      const [, kind = "role", name = ""] = /:(role|user)\/(?:.*\/)?([^/]+)$/.exec(text("principalArn")) ?? [];
      return {
        accessEntryArn: arn(
          account,
          "eks",
          `access-entry/${text("clusterName")}/${kind}/${account.account}/${name}/${seed.uuid("entry")}`,
        ),
        createdAt: SIMULATED_TIME,
        modifiedAt: SIMULATED_TIME,
        userName: text("type").startsWith("EC2") ? "system:node:{{EC2PrivateDNSName}}" : text("principalArn"),
      };
    },
  },
  {
    // Nothing of it changes; associating twice is no error.
    token: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
    put: true,
    required: ["accessScope", "clusterName", "policyArn", "principalArn"],
    replacedBy: ["accessScope", "clusterName", "policyArn", "principalArn"],
    rules: {
      "accessScope.type": [oneOf("cluster", "namespace")],
      policyArn: [
        arnOfPartition,
        pattern(/:eks::aws:cluster-access-policy\/\w+$/, "the ARN of an access policy of EKS"),
      ],
      principalArn: [arnOfPartition],
    },
    check: scopeFailures,
    references: [OF_CLUSTER],
    admit: ({ inputs, objects }) => {
      const { clusterName, principalArn } = inputs;
      const found = objects(ACCESS_ENTRY).some(
        (entry) => entry.clusterName === clusterName && entry.principalArn === principalArn,
      );
      return found
        ? undefined
        : `principalArn ${principalArn} has no access entry in ${clusterName}; create it first and depend on it`;
    },
    id: ({ text }) => `${text("clusterName")}#${text("principalArn")}#${text("policyArn")}`,
    outputs: () => ({ associatedAt: SIMULATED_TIME, modifiedAt: SIMULATED_TIME }),
  },
  {
    // Another role takes over in place.
    token: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
    taggable: true,
    required: ["clusterName", "namespace", "roleArn", "serviceAccount"],
    replacedBy: ["clusterName", "namespace", "serviceAccount"],
    rules: { namespace: [NAMESPACE], roleArn: [arnOfPartition] },
    references: [OF_CLUSTER, { path: "roleArn", to: { [ROLE]: ["arn"] }, holds: false }],
    unique: [{ paths: ["clusterName", "namespace", "serviceAccount"], within: "region" }],
    id: ({ seed }) => `a-${seed.hex("association", 17)}`,
    outputs: ({ account, id, text }) => ({
      associationArn: arn(account, "eks", `podidentityassociation/${text("clusterName")}/${id}`),
      associationId: id,
    }),
  },
];

/** Only entries for people have groups. Source: EKS API, CreateAccessEntry. */
function groupFailures({ kubernetesGroups, type = "STANDARD" }: Properties): readonly CheckFailure[] {
  if (type === "STANDARD" || !Array.isArray(kubernetesGroups) || kubernetesGroups.length === 0) return [];
  return [
    { property: "kubernetesGroups", reason: `kubernetesGroups isn't taken by entries of type ${type}; leave it out` },
  ];
}

function scopeFailures({ accessScope }: Properties): readonly CheckFailure[] {
  const { namespaces, type } = (typeof accessScope === "object" ? accessScope : {}) as Properties;
  const given = Array.isArray(namespaces) && namespaces.length > 0;
  if (type === "namespace" && namespaces === undefined) {
    return [
      { property: "accessScope.namespaces", reason: "accessScope.namespaces is missing; type namespace requires it" },
    ];
  }
  if (type !== "cluster" || !given) return [];
  return [
    { property: "accessScope.namespaces", reason: "accessScope.namespaces isn't taken by type cluster; leave it out" },
  ];
}

function refuseWithoutApi({ inputs, stateOf }: Admission): string | undefined {
  const { accessConfig } = stateOf(CLUSTER, String(inputs.clusterName));
  const mode = (accessConfig as Properties | undefined)?.authenticationMode;
  if (mode !== "CONFIG_MAP") return undefined;
  return `clusterName ${inputs.clusterName} authenticates by CONFIG_MAP; set accessConfig.authenticationMode to API or API_AND_CONFIG_MAP`;
}
