import { imageGcThresholds, kubeletReservations } from "../../../config/checks/kubelet";
import { findingsAfter } from "./prod-findings";

describe("kubelet", () => {
  it("of prod withholds less than a node has, and collects images down to a lower mark", () => {
    expect([kubeletReservations, imageGcThresholds].flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it.each([
    [
      "cpu",
      { cpu: "3800m", memory: "1Gi" },
      "together less than the cpu of m6i.xlarge, the smallest instance type in use",
    ],
    [
      "memory",
      { cpu: "500m", memory: "7680Mi" },
      "together less than the memory of c6i.xlarge, the smallest instance type in use",
    ],
  ])("leaves pods some %s", (resource, systemReserved, allowed) => {
    const findings = findingsAfter(kubeletReservations, ({ kubelet }) => Object.assign(kubelet, { systemReserved }));
    expect(findings).toMatchObject([{ path: ["kubelet", "systemReserved", resource], allowed }]);
  });

  it.each([85, 90])("a low threshold of %d is none below 85", (lowThresholdPercent) => {
    const findings = findingsAfter(imageGcThresholds, ({ kubelet }) => {
      Object.assign(kubelet.imageGc, { lowThresholdPercent });
    });
    expect(findings).toMatchObject([
      { path: ["kubelet", "imageGc", "lowThresholdPercent"], allowed: "less than highThresholdPercent, which is 85" },
    ]);
  });
});
