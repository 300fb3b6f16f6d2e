import { SUBNET_ROLES, type SubnetRole } from "../sections/network";
import { check, ifThere } from "./check";

/** Every role has a group: a cluster can't do without any of them, but with Auto Mode without one for pods. */
export const subnetRoles = check(
  { network: ["subnets"], cluster: ["autoMode"] },
  ({ network: { subnets }, cluster }) => {
    const groups = Object.values(subnets);
    return (Object.keys(SUBNET_ROLES) as SubnetRole[])
      .filter((role) => role !== "pods" || cluster.autoMode === undefined)
      .filter((role) => !groups.some((group) => group.role === role))
      .map((role) => ({
        path: ["network", "subnets"],
        given: `no group of role ${role}`,
        allowed: `at least one group of role ${role} (${SUBNET_ROLES[role]})`,
        mend: `add a group of role ${role}`,
      }));
  },
);

/** Karpenter launches nodes in subnets of role `nodes` only, and has at least one group to do so where there is a Karpenter, and none where there isn't. */
export const karpenterSubnets = check(
  { network: ["subnets"], karpenter: ifThere("entries") },
  ({ network: { subnets }, karpenter }) => {
    const marked = Object.entries(subnets).filter(([, { karpenter }]) => karpenter);
    const misplaced = marked
      .filter(([, { role }]) => role !== "nodes")
      .map(([group, { role }]) => ({
        path: ["network", "subnets", group, "karpenter"],
        given: `true on a group of role ${role}`,
        allowed: "true on groups of role nodes only",
        mend: "remove it, or change the group's role",
      }));
    const none = {
      path: ["network", "subnets"],
      given: "no group with karpenter: true",
      allowed: "at least one group of role nodes with karpenter: true",
      mend: "set karpenter: true on the groups that Karpenter may launch nodes in",
    };
    if (karpenter === undefined) {
      return marked.map(([group]) => ({
        path: ["network", "subnets", group, "karpenter"],
        given: "true, without vantage:karpenter",
        allowed: "false, or Karpenter: nothing would look for the subnets",
        mend: "remove it, or add vantage:karpenter",
      }));
    }
    return marked.length === 0 ? [none] : misplaced;
  },
);

/** The group that pods get their addresses from exists and has role `pods`. */
export const podSubnets = check({ network: ["subnets", "podSubnets"] }, ({ network: { subnets, podSubnets } }) => {
  const groups = Object.entries(subnets)
    .filter(([, { role }]) => role === "pods")
    .map(([group]) => group);
  // Whether it may be left out is said with Auto Mode.
  return podSubnets === undefined || groups.includes(podSubnets)
    ? []
    : [
        {
          path: ["network", "podSubnets"],
          given: subnets[podSubnets] ? `${podSubnets}, a group of role ${subnets[podSubnets].role}` : podSubnets,
          allowed: `a group of role pods: ${groups.join(", ")}`,
          mend: "name one of these groups, or give the group role pods",
        },
      ];
});
