import { karpenterSubnets, podSubnets, subnetRoles } from "../../../config/checks/subnet-roles";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

describe("roles of subnets", () => {
  it("are all there in prod", () => {
    expect([subnetRoles, karpenterSubnets, podSubnets].flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it.each(["public", "intra"] as const)("a network without role %s is refused", (role) => {
    const findings = findingsAfter(subnetRoles, ({ network }) => {
      delete network.subnets[role];
    });
    expect(findings).toMatchObject([{ path: ["network", "subnets"], given: `no group of role ${role}` }]);
  });

  it("Karpenter's mark belongs on nodes only", () => {
    const paths = pathsAfter(karpenterSubnets, ({ network }) => {
      entry(network.subnets, "public").karpenter = true;
    });
    expect(paths).toEqual(["vantage:network.subnets.public.karpenter"]);
  });

  it("Karpenter's mark means nothing without Karpenter", () => {
    const change = (input: ProdInput) => {
      delete (input as Partial<ProdInput>).karpenter;
      entry(input.network.subnets, "memory").karpenter = false;
    };
    expect(pathsAfter(karpenterSubnets, change)).toEqual(["vantage:network.subnets.general.karpenter"]);
  });

  it("Karpenter has a group to launch nodes in", () => {
    const findings = findingsAfter(karpenterSubnets, ({ network }) => {
      for (const group of Object.values(network.subnets)) {
        group.karpenter = false;
      }
    });
    expect(findings).toMatchObject([{ path: ["network", "subnets"], given: "no group with karpenter: true" }]);
  });

  it.each([
    ["general", "general, a group of role nodes"],
    ["nowhere", "nowhere"],
  ])("pods take no addresses from %s", (group, given) => {
    const findings = findingsAfter(podSubnets, ({ network }) => Object.assign(network, { podSubnets: group }));
    expect(findings).toMatchObject([
      { path: ["network", "podSubnets"], given, allowed: "a group of role pods: redis, pods" },
    ]);
  });
});
