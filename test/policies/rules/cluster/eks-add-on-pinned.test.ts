import { eksAddOnPinned } from "../../../../policies/rules/cluster/eks-add-on-pinned";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const ADD_ON = "aws:eks/addon:Addon";
const ALLOWED = "it has to be a build such as v1.18.3-eksbuild.3";

describeRule(eksAddOnPinned, {
  good: () => ({ resources: [resource(ADD_ON, "dns", { addonVersion: "v1.11.4-eksbuild.24" })] }),
  breaks: [
    [
      "whatever is current",
      (things) => Object.assign(inputsIn(things), { addonVersion: "latest" }),
      [`${ADD_ON} dns: addonVersion: is latest; ${ALLOWED}`],
    ],
    [
      "a version without its build",
      (things) => Object.assign(inputsIn(things), { addonVersion: "v1.11.4" }),
      [`${ADD_ON} dns: addonVersion: is v1.11.4; ${ALLOWED}`],
    ],
    [
      "the default of EKS",
      (things) => delete inputsIn(things).addonVersion,
      [`${ADD_ON} dns: addonVersion: is not set; ${ALLOWED}`],
    ],
  ],
  unreadable: [
    [
      "a version that is looked up",
      (things) => Object.assign(inputsIn(things), { addonVersion: "[unknown]" }),
      [`${ADD_ON} dns: addonVersion is unknown before it is created`],
    ],
  ],
});
