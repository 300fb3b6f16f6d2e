import type { eks } from "@pulumi/aws";
import { CONTROL_PLANE_LOGS } from "../../../config/sections/cluster";
import { problem, resourceRule } from "../../rule";

/** The control plane keeps a record of all it does. */
export const eksControlPlaneLogs = resourceRule<eks.ClusterArgs>(
  {
    id: "eks-control-plane-logs",
    title: "All log types of the control plane are kept",
    severity: "medium",
    enforcement: "mandatory",
    why: "After an incident nobody could tell who did what, and EKS can't deliver what it wasn't asked to log.",
    remediation: `Give enabledClusterLogTypes all of ${CONTROL_PLANE_LOGS.join(", ")}.`,
    link: "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
  },
  {
    types: ["aws:eks/cluster:Cluster"],
    check: ({ inputs: { enabledClusterLogTypes } }) => {
      const kept = enabledClusterLogTypes ?? [];
      const missing = CONTROL_PLANE_LOGS.filter((type) => !kept.includes(type));
      return missing.length === 0
        ? []
        : [problem("enabledClusterLogTypes", `is ${kept.join(", ") || "empty"}; it lacks ${missing.join(", ")}`)];
    },
  },
);
