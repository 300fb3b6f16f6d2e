import {
  CRUISE_CONTROL_GOALS,
  DEFAULT_HARD_GOALS,
  DEFAULT_PARTITION_WINDOWS,
  PARTITION_WINDOWS_KEY,
} from "../../../config/reference/cruise-control";
import { INSTANCE_TYPES } from "../../../config/reference/instance-types";
import { largestLocalVolumeGib, usableGib } from "../../../config/reference/local-disks";
import { NETWORK_BASELINE_GBPS } from "../../../config/reference/network-baseline";
import { prodPlatform } from "../../infra/prod-platform";

describe("local disks", () => {
  it("of 2500 GB have 2328 GiB, of which a volume gets 99 %", () => {
    expect(Math.floor(2_500e9 / 2 ** 30)).toBe(2_328);
    expect(usableGib(2_500)).toBe(2_305);
  });

  it.each([
    [["i3en.2xlarge"], 2_305],
    [["i3en.3xlarge"], 6_915],
    // Every node must be able to hold it.
    [["i3en.3xlarge", "i3en.2xlarge"], 2_305],
    [["i3en.2xlarge", "m6i.4xlarge"], 0],
    [["i3en.huge"], 0],
  ])("of %j hold volumes up to %d GiB", (types, gib) => {
    expect(largestLocalVolumeGib(types)).toBe(gib);
  });
});

describe("bandwidth", () => {
  it("is known of types that are known, and grows with their size", () => {
    const types = Object.keys(NETWORK_BASELINE_GBPS);
    expect(types).toHaveLength(4);
    expect(types.filter((type) => INSTANCE_TYPES[type] === undefined)).toEqual([]);
    expect(Object.values(NETWORK_BASELINE_GBPS)).toEqual([4.2, 8.4, 12.5, 25]);
  });
});

describe("Cruise Control's goals", () => {
  it("are each there once, the hard ones among them", () => {
    expect(new Set(CRUISE_CONTROL_GOALS).size).toBe(CRUISE_CONTROL_GOALS.length);
    expect(CRUISE_CONTROL_GOALS).toEqual(expect.arrayContaining([...DEFAULT_HARD_GOALS]));
    expect(DEFAULT_HARD_GOALS).toHaveLength(6);
  });
});

describe("Cruise Control's metric windows", () => {
  it("are one of five minutes where nothing says otherwise; the twelve of prod are an hour", () => {
    const { count, minutes } = DEFAULT_PARTITION_WINDOWS;
    expect([PARTITION_WINDOWS_KEY, count, minutes]).toEqual(["num.partition.metrics.windows", 1, 5]);
    expect(prodPlatform().kafka.metricWindows * minutes).toBe(60);
  });
});
