import { eksVersionSupported } from "../../../../policies/rules/cluster/eks-version-supported";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const IS = `${CLUSTER} main: version`;

// Judged as of 2026-11-21: see TODAY of the fixture.
describeRule(eksVersionSupported, {
  good: () => ({ resources: [resource(CLUSTER, "main", { version: "1.34" })] }),
  holds: [
    [
      "a minor five days before its extended support ends",
      (things) => Object.assign(inputsIn(things), { version: "1.31" }),
    ],
    [
      "standard support alone, while it lasts",
      (things) => Object.assign(inputsIn(things), { upgradePolicy: { supportType: "STANDARD" } }),
    ],
  ],
  breaks: [
    [
      "a minor whose support has ended",
      (things) => Object.assign(inputsIn(things), { version: "1.29" }),
      [`${IS}: is 1.29, whose extended support ended on 2026-03-23; it has to be one of 1.31, 1.32, 1.33, 1.34, 1.35`],
    ],
    [
      "a minor in extended support, without paying for that",
      (things) => Object.assign(inputsIn(things), { version: "1.32", upgradePolicy: { supportType: "STANDARD" } }),
      [`${IS}: is 1.32, whose standard support ended on 2026-03-23; it has to be one of 1.34, 1.35`],
    ],
    [
      "a minor that EKS doesn't know",
      (things) => Object.assign(inputsIn(things), { version: "1.22" }),
      [`${IS}: is 1.22, which isn't in the calendar of EKS; it has to be one of 1.31, 1.32, 1.33, 1.34, 1.35`],
    ],
    [
      "whatever EKS takes on the day",
      (things) => delete inputsIn(things).version,
      [`${IS}: is not set, which is EKS's current one; it has to be one of 1.31, 1.32, 1.33, 1.34, 1.35`],
    ],
  ],
  unreadable: [
    [
      "a version that is known later",
      (things) => Object.assign(inputsIn(things), { version: "[unknown]" }),
      [`${CLUSTER} main: version is unknown before it is created`],
    ],
  ],
});
