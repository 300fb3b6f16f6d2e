import { regionLiteral } from "../../../../policies/rules/platform/region-literal";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const named = (serviceName: string) => ({ serviceName });

describeRule(regionLiteral, {
  good: () => ({ resources: [resource(ENDPOINT, "s3", named("com.amazonaws.us-east-1.s3"))] }),
  holds: [
    ["a zone of the region", (things) => Object.assign(inputsIn(things), named("us-east-1a"))],
    [
      "an image in the region",
      (things) => Object.assign(inputsIn(things), named("1.dkr.ecr.us-east-1.amazonaws.com/a:1")),
    ],
  ],
  breaks: [
    [
      "the endpoint service of another region",
      (things) => Object.assign(inputsIn(things), named("com.amazonaws.eu-west-1.s3")),
      [`${ENDPOINT} s3: serviceName: com.amazonaws.eu-west-1.s3 is in region eu-west-1; the stack is in us-east-1`],
    ],
    [
      "an endpoint of another region in a longer text",
      (things) => Object.assign(inputsIn(things), named("see https://sqs.us-west-2.amazonaws.com/1/queue")),
      [`${ENDPOINT} s3: serviceName: sqs.us-west-2.amazonaws.com is in region us-west-2; the stack is in us-east-1`],
    ],
    [
      "the domain of another partition",
      (things) => Object.assign(inputsIn(things), named("https://sqs.us-east-1.amazonaws.com.cn")),
      [
        `${ENDPOINT} s3: serviceName: sqs.us-east-1.amazonaws.com.cn is not under amazonaws.com, the domain of the stack's partition`,
      ],
    ],
    [
      "another region by its name",
      (things) => Object.assign(inputsIn(things), named("us-gov-west-1")),
      [`${ENDPOINT} s3: serviceName: is us-gov-west-1; the stack is in us-east-1`],
    ],
    [
      "a zone of another region",
      (things) => Object.assign(inputsIn(things), named("ap-southeast-2b")),
      [`${ENDPOINT} s3: serviceName: is ap-southeast-2b; the stack is in us-east-1`],
    ],
  ],
  ignores: [
    ["a service that has no region", (things) => Object.assign(inputsIn(things), named("sts.amazonaws.com"))],
    ["a name with a region in it", (things) => Object.assign(inputsIn(things), named("trial-eu-west-1-node"))],
  ],
});
