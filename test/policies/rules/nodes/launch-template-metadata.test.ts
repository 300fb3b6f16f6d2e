import { LAUNCH_TEMPLATE } from "../../../../policies/node-groups";
import { launchTemplateMetadata } from "../../../../policies/rules/nodes/launch-template-metadata";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const IS = `${LAUNCH_TEMPLATE} web: metadataOptions`;

describeRule(launchTemplateMetadata, {
  good: () => ({
    resources: [
      resource(LAUNCH_TEMPLATE, "web", { metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 } }),
    ],
  }),
  breaks: [
    [
      "IMDSv1",
      (things) => Object.assign(inputsIn(things).metadataOptions, { httpTokens: "optional" }),
      [`${IS}.httpTokens: is optional; it has to be required`],
    ],
    [
      "a second hop, to pods",
      (things) => Object.assign(inputsIn(things).metadataOptions, { httpPutResponseHopLimit: 2 }),
      [`${IS}.httpPutResponseHopLimit: is 2; it has to be 1`],
    ],
    [
      "what the image says",
      (things) => delete inputsIn(things).metadataOptions,
      [
        `${IS}.httpTokens: is not set; it has to be required`,
        `${IS}.httpPutResponseHopLimit: is not set; it has to be 1`,
      ],
    ],
  ],
  unreadable: [
    [
      "options that are known later",
      (things) => Object.assign(inputsIn(things), { metadataOptions: "[unknown]" }),
      [`${LAUNCH_TEMPLATE} web: metadataOptions is unknown before it is created`],
    ],
  ],
});
