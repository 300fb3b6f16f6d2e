import { arnPartition } from "../../../../policies/rules/platform/arn-partition";
import { inputsIn, objectNamed, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const POLICY = "aws:iam/policy:Policy";
const policy = (arn: string) => JSON.stringify({ Statement: [{ Resource: [arn, arn] }] });

describeRule(arnPartition, {
  good: () => ({
    resources: [resource(POLICY, "read", { policy: policy("arn:aws:s3:::acme-lake/*") })],
    objects: [
      {
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata: { name: "a", namespace: "b", annotations: { role: "arn:aws:iam::123456789012:role/a" } },
      },
    ],
  }),
  holds: [
    [
      "an id that is known later",
      (things) => Object.assign(inputsIn(things), { vpcId: "[unknown]", password: "[secret]" }),
    ],
    [
      "the value of a Secret, which isn't looked at",
      (things) =>
        things.objects.push({
          apiVersion: "v1",
          kind: "Secret",
          metadata: { name: "a" },
          stringData: { a: "arn:aws-cn:s3:::x" },
        }),
    ],
  ],
  breaks: [
    [
      "a document for another partition, once for all its ARNs",
      (things) => Object.assign(inputsIn(things), { policy: policy("arn:aws-us-gov:s3:::acme-lake/*") }),
      [`${POLICY} read: policy: arn:aws-us-gov:s3:::acme-lake/* is of partition aws-us-gov; the stack is in aws`],
    ],
    [
      "any partition",
      (things) => Object.assign(inputsIn(things), { policy: policy("arn:*:s3:::acme-lake") }),
      [`${POLICY} read: policy: arn:*:s3:::acme-lake is of partition *; the stack is in aws`],
    ],
    [
      "an object with an ARN of another partition",
      (things) =>
        Object.assign(objectNamed(things).metadata.annotations, { role: "arn:aws-cn:iam::123456789012:role/a" }),
      [
        "ServiceAccount b/a: metadata.annotations.role: arn:aws-cn:iam::123456789012:role/a is of partition aws-cn; the stack is in aws",
      ],
    ],
    [
      "user data with an ARN of another partition",
      (things) =>
        things.resources.push(
          resource("aws:ec2/launchTemplate:LaunchTemplate", "nodes", {
            userData: Buffer.from("aws s3 ls arn:aws-cn:s3:::x\n").toString("base64"),
          }) as never,
        ),
      [
        "aws:ec2/launchTemplate:LaunchTemplate nodes: userData: arn:aws-cn:s3:::x is of partition aws-cn; the stack is in aws",
      ],
    ],
    [
      "user data that can't be unpacked",
      (things) =>
        things.resources.push(
          resource("aws:ec2/launchTemplate:LaunchTemplate", "nodes", {
            userData: Buffer.from([0x1f, 0x8b, 0]).toString("base64"),
          }) as never,
        ),
      ["aws:ec2/launchTemplate:LaunchTemplate nodes: userData: begins as gzip does, but can't be unpacked"],
    ],
  ],
  unreadable: [
    [
      "a document that is known later",
      (things) => Object.assign(inputsIn(things), { policy: "[unknown]" }),
      [`${POLICY} read: policy is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "what names no ARN",
      (things) => {
        things.objects = [];
        inputsIn(things).policy = "learn:a:b:c:d:e";
      },
    ],
  ],
});
