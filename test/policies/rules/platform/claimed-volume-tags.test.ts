import { claimedVolumeTags } from "../../../../policies/rules/platform/claimed-volume-tags";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const ADD_ON = "aws:eks/addon:Addon";

describeRule(claimedVolumeTags, {
  settings: { requiredTags: ["stack", "team"] },
  good: () => ({
    resources: [
      resource(ADD_ON, "csi", {
        addonName: "aws-ebs-csi-driver",
        configurationValues: '{"controller":{"extraVolumeTags":{"stack":"trial","team":"platform"}}}',
      }),
    ],
  }),
  holds: [
    [
      "a configuration in YAML",
      (things) =>
        Object.assign(inputsIn(things), {
          configurationValues: "controller:\n  extraVolumeTags: { stack: trial, team: platform }\n",
        }),
    ],
  ],
  breaks: [
    [
      "a configuration that nobody can read",
      (things) => Object.assign(inputsIn(things), { configurationValues: "controller: [" }),
      [`${ADD_ON} csi: configurationValues: is neither JSON nor YAML; EKS refuses it`],
    ],
    [
      "a tag that is missing",
      (things) =>
        Object.assign(inputsIn(things), { configurationValues: '{"controller":{"extraVolumeTags":{"stack":"a"}}}' }),
      [`${ADD_ON} csi: configurationValues.controller.extraVolumeTags.team: is missing; it needs a value`],
    ],
    [
      "no configuration",
      (things) => delete inputsIn(things).configurationValues,
      ["stack", "team"].map(
        (tag) => `${ADD_ON} csi: configurationValues.controller.extraVolumeTags.${tag}: is missing; it needs a value`,
      ),
    ],
  ],
  unreadable: [
    [
      "a configuration that is known later",
      (things) => Object.assign(inputsIn(things), { configurationValues: "[unknown]" }),
      [`${ADD_ON} csi: configurationValues is unknown before it is created`],
    ],
  ],
  ignores: [["other add-ons", (things) => Object.assign(inputsIn(things), { addonName: "coredns" })]],
});
