import { z } from "zod";
import { cidrField, durationField, patternField } from "./fields";

/** Control-plane log types of EKS; all are on, because an audit trail with gaps is none. */
export const CONTROL_PLANE_LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;

/** Roles whose names a stack may give. */
export const NAMED_ROLES = ["cluster", "node"] as const;

/** Node pools that EKS Auto Mode brings, in the order in which EKS lists them. */
export const AUTO_MODE_NODE_POOLS = ["general-purpose", "system"] as const;

const managedAddOnVersion = patternField(
  /^v\d+\.\d+\.\d+-eksbuild\.\d+$/,
  "a full EKS build such as v1.18.3-eksbuild.1",
  "write version and build: an add-on without them changes under the cluster",
);

/** `vantage:cluster`: the EKS control plane and the add-ons EKS manages. */
export const clusterSection = z
  .strictObject({
    name: patternField(
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
      "1 to 100 letters, digits, hyphens and underscores, beginning with a letter or digit",
      "shorten it or leave out other characters",
    ).describe("Name of the cluster; also the value of Karpenter's discovery tags. Replaces the cluster when changed."),
    version: patternField(
      /^1\.\d{2}$/,
      'a Kubernetes minor version in quotes, such as "1.29"',
      "write major.minor in quotes, without a patch",
    ).describe(
      "Kubernetes minor version. Raised in place, one minor at a time; never lowered. Source: document 000, section 1 (kubelet v1.29.6).",
    ),
    serviceCidr: cidrField.describe(
      "Addresses of Kubernetes Services, /24 to /12, outside the VPC. Replaces the cluster when changed.",
    ),
    publicAccessCidrs: z
      .array(cidrField)
      .default([])
      .describe(
        "Blocks that may reach the API server from the internet, never all of it. Default none: the endpoint is private, and the network needs a transit gateway.",
      ),
    logRetention: durationField.describe(
      "How long control-plane logs are kept; one of the values CloudWatch Logs allows.",
    ),
    administrators: z
      .array(
        patternField(
          /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
          "the name of an IAM role of the account, with its path if it has one",
          "write the name alone, not the ARN: the account is the stack's own",
        ),
      )
      .min(1)
      .describe(
        "IAM roles of the account that administer the cluster, by access entry. The role that creates the cluster gets nothing by itself.",
      ),
    roleNames: z
      .partialRecord(
        z.enum(NAMED_ROLES),
        patternField(
          /^[\w+=,.@-]{1,64}$/,
          "1 to 64 letters, digits and +=,.@_-",
          "shorten it or leave out other characters",
        ),
      )
      .default({})
      .describe(
        "Names of the control plane's role and of the managed nodes', where they are documented. Default `<cluster>-cluster` and `<cluster>-node`: names of roles are unique in an account. A change replaces the role, and with the first the cluster. Source: document 003, section 3 (Monthly Security Deep Dive: EKSClusterRole, EKSNodeGroupRole).",
      ),
    managedAddOns: z
      .strictObject({
        "vpc-cni": managedAddOnVersion.describe("Pod network. Source: document 000, section 1 (aws-vpc-cni v1.18.3)."),
        "kube-proxy": managedAddOnVersion.describe("Service network; its minor follows the cluster's."),
        coredns: managedAddOnVersion.describe("Cluster DNS."),
        "aws-ebs-csi-driver": managedAddOnVersion.describe(
          "EBS volumes. Source: document 000, section 1 (DaemonSet ebs-csi-node).",
        ),
      })
      .optional()
      .describe(
        "Add-ons that EKS installs, each at one build of config/reference/managed-add-ons.ts. Left out with `autoMode`, which has them built in.",
      ),
    corednsReplicas: z
      .int()
      .min(2)
      .max(10)
      .optional()
      .describe(
        "Pods of CoreDNS. Left out with `autoMode`, which runs it on the nodes. Source: document 001, section 11 (3 pods).",
      ),
    autoMode: z
      .strictObject({
        nodePools: z
          .array(z.enum(AUTO_MODE_NODE_POOLS))
          .min(1)
          .default([...AUTO_MODE_NODE_POOLS])
          .describe(
            "Pools of EKS's own: `general-purpose` for workloads, `system` for critical add-ons. Changed in place; nodes of a pool that is taken out are drained. Default both: a cluster without `system` runs its add-ons among the workloads.",
          ),
      })
      .optional()
      .describe(
        "EKS Auto Mode: EKS makes and patches nodes, volumes, load balancers and pod networks. Turning it on for a running cluster moves every workload. Default off. Source: the GovCloud guide (004), Infrastructure Overview.",
      ),
  })
  .describe("The EKS control plane.");
