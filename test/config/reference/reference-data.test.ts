import { CHARTS, chartVersionFor } from "../../../config/reference/charts";
import { INSTANCE_TYPES, podAddressLimit } from "../../../config/reference/instance-types";
import { MANAGED_ADD_ON_BUILDS } from "../../../config/reference/managed-add-ons";
import { REGIONS } from "../../../config/reference/regions";
import {
  compareVersions,
  EKS_CALENDAR,
  inRange,
  KARPENTER_SINCE,
  minorOf,
} from "../../../config/reference/version-support";
import { prodInput } from "../../infra/prod-platform";
import { entry } from "../checks/prod-findings";

describe("instance types", () => {
  it.each([
    ["m6i.4xlarge", 16, 64, []],
    ["r6i.2xlarge", 8, 64, []],
    ["m5a.2xlarge", 8, 32, []],
    ["c7i.xlarge", 4, 8, []],
    ["i3en.2xlarge", 8, 64, [2500, 2500]],
    ["i3en.3xlarge", 12, 96, [7500]],
  ])("%s: %d vCPU, %d GiB, disks %j", (name, vcpu, memoryGib, localDisksGb) => {
    expect(entry(INSTANCE_TYPES, name)).toMatchObject({ vcpu, memoryGib, localDisksGb });
  });

  it("agree with the CNI's own pod counts (misc/eni-max-pods.txt)", () => {
    const counts = { "m6i.xlarge": 58, "m6i.2xlarge": 58, "m6i.4xlarge": 234, "i3en.6xlarge": 234, "t3.medium": 17 };
    for (const [name, pods] of Object.entries(counts)) {
      const { maxInterfaces, ipv4PerInterface } = entry(INSTANCE_TYPES, name);
      expect([name, maxInterfaces * (ipv4PerInterface - 1) + 2]).toEqual([name, pods]);
    }
  });

  it("hold 16 pods an address with prefixes, on all interfaces but the first", () => {
    expect(podAddressLimit(entry(INSTANCE_TYPES, "t3.medium"))).toBe(2 * 5 * 16 + 2);
    expect(podAddressLimit(entry(INSTANCE_TYPES, "m6i.4xlarge"))).toBe(7 * 29 * 16 + 2);
  });
});

describe("charts", () => {
  it("carry the documented application versions", () => {
    const { releases } = prodInput().addOns;
    const carried = (name: "prometheus" | "grafana" | "strimzi-kafka-operator") =>
      CHARTS[name].versions[releases[name].chart];
    expect([carried("prometheus"), carried("grafana"), carried("strimzi-kafka-operator")]).toEqual([
      "v2.51.0",
      "10.4.1",
      "0.42.0",
    ]);
  });

  it.each([
    ["cluster-autoscaler", "1.28.2", "9.34.1"],
    ["aws-node-termination-handler", "1.22.0", "0.24.0"],
    ["karpenter", "0.37.0", "0.37.0"],
    ["karpenter-crd", "0.37.0", "0.37.0"],
    ["grafana", "10.4.1", "7.3.9"],
  ] as const)("%s %s comes with chart %s", (name, application, chart) => {
    expect(chartVersionFor(name, application)).toBe(chart);
  });

  it("that nobody knows are an error that names the known ones", () => {
    expect(() => chartVersionFor("karpenter", "1.0.0")).toThrow(
      /No chart of karpenter .* carries 1\.0\.0, only 0\.37\.0/,
    );
  });
});

describe("managed add-ons", () => {
  it("are at the newest known build in prod; vpc-cni at the documented v1.18.3 (document 000, section 1)", () => {
    const { managedAddOns, version } = prodInput().cluster;
    const newest = Object.entries(MANAGED_ADD_ON_BUILDS).map(([name, builds]) => {
      const known = Object.entries(builds).filter(([, { kubernetes }]) => kubernetes.includes(version));
      return [name, known.at(-1)?.[0]];
    });
    expect(managedAddOns).toEqual(Object.fromEntries(newest));
    expect(managedAddOns?.["vpc-cni"]).toBe("v1.18.3-eksbuild.3");
  });

  it("have builds of minors that EKS runs, kube-proxy those of its own minor", () => {
    const builds = Object.values(MANAGED_ADD_ON_BUILDS).flatMap((known) => Object.values(known));
    expect(builds.flatMap(({ kubernetes }) => kubernetes).filter((minor) => !(minor in EKS_CALENDAR))).toEqual([]);
    for (const [build, { kubernetes }] of Object.entries(MANAGED_ADD_ON_BUILDS["kube-proxy"])) {
      expect(kubernetes).toEqual([minorOf(build)]);
    }
  });
});

describe("versions", () => {
  it("compare number by number", () => {
    expect(["1.9.0", "v1.29.3", "1.10", "0.37.0"].sort(compareVersions)).toEqual([
      "0.37.0",
      "1.9.0",
      "1.10",
      "v1.29.3",
    ]);
    expect(compareVersions("1.29", "v1.29.0")).toBe(0);
    expect(minorOf("v1.29.3-eksbuild.2")).toBe("1.29");
    expect([inRange("1.9", { from: "1.27", to: "1.30" }), inRange("1.30", { from: "1.27", to: "1.30" })]).toEqual([
      false,
      true,
    ]);
  });

  it("of the calendar follow each other, extended support a year after standard", () => {
    for (const { standardUntil, extendedUntil } of Object.values(EKS_CALENDAR)) {
      expect(extendedUntil.slice(5)).toBe(standardUntil.slice(5));
      expect(Number(extendedUntil.slice(0, 4)) - Number(standardUntil.slice(0, 4))).toBe(1);
    }
    expect(Object.keys(KARPENTER_SINCE)).toEqual(Object.keys(EKS_CALENDAR));
  });
});

describe("regions", () => {
  it("name zones of their own, and the partition their name says", () => {
    for (const [name, { partition, zones }] of Object.entries(REGIONS)) {
      expect(partition).toBe(name.startsWith("us-gov-") ? "aws-us-gov" : "aws");
      expect(zones.filter((zone) => !zone.startsWith(name) || zone.length !== name.length + 1)).toEqual([]);
    }
  });
});
