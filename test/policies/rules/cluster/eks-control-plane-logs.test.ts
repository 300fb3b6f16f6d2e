import { eksControlPlaneLogs } from "../../../../policies/rules/cluster/eks-control-plane-logs";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const IS = `${CLUSTER} main: enabledClusterLogTypes`;
const ALL = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

describeRule(eksControlPlaneLogs, {
  good: () => ({ resources: [resource(CLUSTER, "main", { enabledClusterLogTypes: ALL })] }),
  holds: [["another order", (things) => inputsIn(things).enabledClusterLogTypes.reverse()]],
  breaks: [
    [
      "no audit log",
      (things) => inputsIn(things).enabledClusterLogTypes.splice(1, 1),
      [`${IS}: is api, authenticator, controllerManager, scheduler; it lacks audit`],
    ],
    [
      "no log at all",
      (things) => delete inputsIn(things).enabledClusterLogTypes,
      [`${IS}: is empty; it lacks api, audit, authenticator, controllerManager, scheduler`],
    ],
  ],
  unreadable: [
    [
      "types that are known later",
      (things) => Object.assign(inputsIn(things), { enabledClusterLogTypes: "[unknown]" }),
      [`${CLUSTER} main: enabledClusterLogTypes is unknown before it is created`],
    ],
  ],
});
