import { nodeGroupInstanceSizes } from "../../../../policies/rules/nodes/node-group-instance-sizes";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups, SCALING } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const OVERRIDES = "mixedInstancesPolicy.launchTemplate.overrides";

describeRule(nodeGroupInstanceSizes, {
  good: nodeGroups,
  breaks: [
    [
      "a larger type among them",
      (things) => Object.assign(inputsIn(things), { instanceTypes: ["m6i.2xlarge", "m6i.4xlarge"] }),
      [
        `${MANAGED}: instanceTypes: is m6i.2xlarge (8 vCPU, 32 GiB), m6i.4xlarge (16 vCPU, 64 GiB); they have to be of one size`,
      ],
    ],
    [
      "as many processors with more memory",
      (things) => Object.assign(inputsIn(things), { instanceTypes: ["m6i.2xlarge", "r6i.2xlarge"] }),
      [
        `${MANAGED}: instanceTypes: is m6i.2xlarge (8 vCPU, 32 GiB), r6i.2xlarge (8 vCPU, 64 GiB); they have to be of one size`,
      ],
    ],
    [
      "a type that nobody knows",
      (things) => inputsIn(things).instanceTypes.push("z9.2xlarge"),
      [
        `${MANAGED}: instanceTypes: names z9.2xlarge, of unknown size; it has to be a type of config/reference/instance-types.ts`,
      ],
    ],
    [
      "mixed instances of two sizes",
      (things) =>
        Object.assign(inputsIn(things, "brokers"), {
          mixedInstancesPolicy: {
            launchTemplate: { overrides: [{ instanceType: "i3en.xlarge" }, { instanceType: "i3en.2xlarge" }] },
          },
        }),
      [
        `${SCALING}: ${OVERRIDES}: is i3en.xlarge (4 vCPU, 32 GiB), i3en.2xlarge (8 vCPU, 64 GiB); they have to be of one size`,
      ],
    ],
  ],
  unreadable: [
    [
      "types that are known later",
      (things) => Object.assign(inputsIn(things), { instanceTypes: "[unknown]" }),
      [`${MANAGED}: instanceTypes is unknown before it is created`],
    ],
  ],
  ignores: [["a single type", (things) => inputsIn(things).instanceTypes.splice(1)]],
});
