import type { eks } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { textAt } from "../charts/checks/object-readers";
import { type KubeObject, pathText } from "../charts/kube-object";
import { UNKNOWN } from "../sandbox/engine/shown-values";
import { blankResources, isBlank, nothingShown } from "./blank";
import { type Estate, kindOf } from "./estate";
import { Unreadable } from "./resource";
import type { Subject } from "./rule";
import { objectSubject, resourceSubject } from "./subject-rule";
import { isMapping, mappingsIn, type Path } from "./walk";

/** Annotation by which a service account asks for a role. Source: EKS user guide, "Assign IAM roles to Kubernetes service accounts". */
export const ROLE_ANNOTATION = "eks.amazonaws.com/role-arn";

/** In place of a service account: values that leave its name to the chart. */
export const UNNAMED = "";

/** A role that is named for a service account. */
export interface RoleUse {
  /** Where the ARN stands. */
  readonly path: Path;
  readonly arn: string;
  /** `namespace:name` of the service account; {@link UNNAMED} where a chart makes up the name, undefined where an operator does that isn't known here. */
  readonly account: string | undefined;
}

/** Something that names roles for service accounts. */
export interface RoleUser {
  readonly subject: Subject;
  /** Reading them may come to a value that the plan doesn't show. */
  readonly uses: () => readonly RoleUse[];
}

/** Service accounts that operators make of a resource of theirs: what follows its name. Source: strimzi-kafka-operator 0.42.0, KafkaConnectResources. */
const MADE_BY_OPERATORS: Readonly<Record<string, string>> = { "kafka.strimzi.io/KafkaConnect": "-connect" };

/** Service accounts of EKS add-ons, all of them in kube-system. Source: EKS user guide, "IAM roles for Amazon EKS add-ons". */
const OF_ADD_ONS: Readonly<Record<string, string>> = {
  "vpc-cni": "aws-node",
  "aws-ebs-csi-driver": "ebs-csi-controller-sa",
  "aws-efs-csi-driver": "efs-csi-controller-sa",
  "aws-mountpoint-s3-csi-driver": "s3-csi-driver-sa",
  "amazon-cloudwatch-observability": "cloudwatch-agent",
};

/** Resources of Kubernetes that may name a role: accounts, releases and what operators make accounts of. */
const NAMING = /:(ServiceAccount|Release|KafkaConnect)$/;

/** Whatever names roles for service accounts: the accounts themselves, resources of operators, Helm values and EKS add-ons. */
export function roleUsers(estate: Estate): readonly RoleUser[] {
  const releases = estate.ofType("kubernetes:helm.sh/v3:Release").filter((release) => !isBlank(release));
  const addOns = estate.ofType<Unwrap<eks.AddonArgs>>("aws:eks/addon:Addon");
  return [
    ...estate.objects.map((object) => ({ subject: objectSubject(object), uses: () => usesOfObject(object) })),
    ...releases.map((release) => ({
      subject: resourceSubject(release),
      uses: () => usesInValues(release.inputs.values, String(release.inputs.namespace)),
    })),
    ...addOns.map((addOn) => ({
      subject: resourceSubject(addOn),
      uses: () => {
        const { serviceAccountRoleArn: arn, addonName = "" } = addOn.inputs;
        const name = OF_ADD_ONS[addonName];
        const account = name === undefined ? undefined : `kube-system:${name}`;
        return arn === undefined ? [] : [{ path: ["serviceAccountRoleArn"], arn, account }];
      },
    })),
    ...blankResources(estate, NAMING).map((blank) => ({ subject: resourceSubject(blank), uses: nothingShown })),
  ];
}

function usesOfObject(object: KubeObject): readonly RoleUse[] {
  const { name, namespace } = object.metadata;
  const suffix = object.kind === "ServiceAccount" ? "" : MADE_BY_OPERATORS[kindOf(object)];
  const account = suffix === undefined ? undefined : `${namespace}:${name}${suffix}`;
  return annotated(object).map(({ path, arn }) => {
    if (arn.includes(UNKNOWN)) throw new Unreadable(pathText(path), "unknown before it is created");
    return { path, arn, account };
  });
}

/** A chart has the annotations of a service account beside its name. */
function usesInValues(values: unknown, namespace: string): readonly RoleUse[] {
  const users = mappingsIn(values, ["values"]).filter(({ mapping }) => isMapping(mapping.annotations));
  return users.flatMap(({ path, mapping }) => {
    const arn = textAt(mapping.annotations, [ROLE_ANNOTATION]);
    const name = textAt(mapping, ["name"]);
    const at = [...path, "annotations", ROLE_ANNOTATION];
    return arn === "" ? [] : [{ path: at, arn, account: name === "" ? UNNAMED : `${namespace}:${name}` }];
  });
}

function annotated(value: unknown): readonly { readonly path: Path; readonly arn: string }[] {
  return mappingsIn(value).flatMap(({ path, mapping }) => {
    const arn = mapping[ROLE_ANNOTATION];
    return typeof arn === "string" ? [{ path: [...path, ROLE_ANNOTATION], arn }] : [];
  });
}
