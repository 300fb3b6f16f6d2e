import { arnRegion } from "../../../../policies/rules/platform/arn-region";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const destination = (region: string) => ({ logDestination: `arn:aws:logs:${region}:123456789012:log-group:a` });

describeRule(arnRegion, {
  good: () => ({ resources: [resource(FLOW_LOG, "flow", destination("us-east-1"))] }),
  holds: [
    ["something without a region", (things) => Object.assign(inputsIn(things), destination(""))],
    [
      "a model of Bedrock that a profile may send to",
      (things) =>
        Object.assign(inputsIn(things), {
          logDestination: "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-pro-v1:0",
        }),
    ],
    ["any region, which is no literal", (things) => Object.assign(inputsIn(things), destination("*"))],
  ],
  breaks: [
    [
      "another region",
      (things) => Object.assign(inputsIn(things), destination("eu-west-1")),
      [
        `${FLOW_LOG} flow: logDestination: arn:aws:logs:eu-west-1:123456789012:log-group:a is of region eu-west-1; the stack is in us-east-1`,
      ],
    ],
    [
      "an inference profile of another region, which is the account's",
      (things) =>
        Object.assign(inputsIn(things), {
          logDestination: "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0",
        }),
      [
        `${FLOW_LOG} flow: logDestination: arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0 is of region eu-west-1; the stack is in us-east-1`,
      ],
    ],
  ],
  ignores: [["no ARN", (things) => Object.assign(inputsIn(things), { logDestination: "a" })]],
});
