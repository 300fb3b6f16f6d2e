import { clusterName, identityRoleNames, poolRoleNames, roleOwners } from "../../../config/checks/names";
import { CLUSTER_ROLE, KARPENTER_CONTROLLER, roleName } from "../../../config/derived/role-names";
import {
  EVENT_RULE_SUFFIXES,
  NODE_GROUP_NAME_MAX_CHARACTERS,
  POOL_RESOURCE_NAME_MAX_CHARACTERS,
  ROLE_NAME_MAX_CHARACTERS,
  ROLE_PURPOSES,
} from "../../../config/reference/name-limits";
import { nodePoolsSection } from "../../../config/sections/node-pools";
import { LOAD_BALANCER_ROLE } from "../../../infra/add-ons/load-balancer-controller";
import { FLUENT_BIT } from "../../../infra/add-ons/pod-logs";
import { EBS_CSI_ROLE } from "../../../infra/cluster/ebs-csi-policy";
import { AUTOSCALER_NAME } from "../../../infra/karpenter/autoscaler-values";
import { INTERRUPTION_EVENT_NAMES, ruleName } from "../../../infra/karpenter/interruption-events";
import { NODE_ROLE } from "../../../infra/karpenter/node-role";
import { prodWith } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

/** Longest name of a cluster: 64 characters without `-karpenter-health-event`. */
const LONGEST_CLUSTER = 41;

const named = (length: number) => prodWith(({ cluster }) => Object.assign(cluster, { name: "c".repeat(length) }));

describe("names", () => {
  it("of prod fit", () => {
    const checks = [clusterName, identityRoleNames, poolRoleNames, roleOwners];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it.each([
    [LONGEST_CLUSTER, []],
    [LONGEST_CLUSTER + 1, ["at most 41 characters: the EventBridge rule <cluster>-karpenter-health-event may have 64"]],
  ])("a cluster's name of %d characters: %j", (length, allowed) => {
    const findings = findingsAfter(clusterName, ({ cluster }) => Object.assign(cluster, { name: "c".repeat(length) }));
    expect(findings.map((finding) => finding.allowed)).toEqual(allowed);
    expect(findings.map(({ path }) => path)).toEqual(allowed.map(() => ["cluster", "name"]));
  });

  it("of the longest cluster are none that infra refuses, and of the next some are", () => {
    const names = (length: number) => [
      ...ROLE_PURPOSES.map((purpose) => roleName(named(length), purpose)),
      ...INTERRUPTION_EVENT_NAMES.map((event) => ruleName("c".repeat(length), event)),
    ];
    expect(Math.max(...names(LONGEST_CLUSTER).map(({ length }) => length))).toBe(64);
    expect(() => names(LONGEST_CLUSTER + 1)).toThrow(/at most 41 characters/);
  });

  it("that are reserved are those that infra gives", () => {
    const purposes = [NODE_ROLE, KARPENTER_CONTROLLER, AUTOSCALER_NAME, EBS_CSI_ROLE, FLUENT_BIT, LOAD_BALANCER_ROLE];
    expect([...ROLE_PURPOSES].sort()).toEqual([...purposes, CLUSTER_ROLE, "node", "vpc-cni", "flow-logs"].sort());
    expect(INTERRUPTION_EVENT_NAMES.map((event) => `karpenter-${event}`)).toEqual([...EVENT_RULE_SUFFIXES]);
  });

  it("of node groups, launch templates and instance profiles fit with the longest names of pool and cluster", () => {
    const pool = "p".repeat(40);
    const [good, long] = [pool, `${pool}p`].map(
      (name) => nodePoolsSection.safeParse({ [name]: prodWith(() => {}).nodePools["worker-general-v5"] }).error,
    );
    const badKeys = (error: typeof good) => (error?.issues ?? []).filter(({ code }) => code === "invalid_key").length;
    expect([badKeys(good), badKeys(long)]).toEqual([0, 1]);
    expect(pool.length).toBeLessThanOrEqual(NODE_GROUP_NAME_MAX_CHARACTERS);
    expect(LONGEST_CLUSTER + 1 + pool.length).toBeLessThanOrEqual(POOL_RESOURCE_NAME_MAX_CHARACTERS);
  });
});

describe("roles", () => {
  it("of an identity have a name of at most 64 characters", () => {
    const findings = findingsAfter(identityRoleNames, ({ cluster, storage }) => {
      cluster.name = "c".repeat(35);
      storage.identities["i".repeat(28)] = entry(storage.identities, "velero");
      storage.identities["i".repeat(29)] = entry(storage.identities, "velero");
    });
    expect(findings).toMatchObject([
      {
        path: ["storage", "identities", "i".repeat(29)],
        on: "key",
        allowed: "at most 28 characters beside the cluster's name",
      },
    ]);
    expect(35 + 1 + 28).toBe(ROLE_NAME_MAX_CHARACTERS);
  });

  it("of a self-managed pool, too; a managed pool has none of its own", () => {
    const findings = findingsAfter(poolRoleNames, ({ cluster, nodePools }) => {
      cluster.name = "c".repeat(35);
      nodePools["p".repeat(28)] = entry(nodePools, "worker-kafka-v2");
      nodePools["p".repeat(29)] = entry(nodePools, "worker-kafka-v2");
      nodePools["m".repeat(40)] = entry(nodePools, "worker-general-v5");
    });
    expect(findings).toMatchObject([{ path: ["nodePools", "p".repeat(29)], on: "key" }]);
  });

  it.each([...ROLE_PURPOSES, "worker-kafka-v2"])("named %s are taken: no identity may have the name", (name) => {
    const paths = pathsAfter(roleOwners, ({ storage }) => {
      storage.identities[name] = entry(storage.identities, "velero");
    });
    expect(paths).toEqual([`vantage:storage.identities.${name}`]);
  });

  it("of the stack are no self-managed pool's; a managed pool may have the name", () => {
    const paths = pathsAfter(roleOwners, ({ nodePools, storage }) => {
      nodePools["flow-logs"] = entry(nodePools, "worker-kafka-v2");
      nodePools["vpc-cni"] = entry(nodePools, "worker-general-v5");
      storage.identities["worker-general-v5"] = entry(storage.identities, "velero");
    });
    expect(paths).toEqual(["vantage:nodePools.flow-logs"]);
  });
});
