import { AwsAccountFixture } from "./aws-account-fixture";

test("partition, region and caller follow from the provider's configuration", () => {
  const { session } = new AwsAccountFixture({ region: "cn-north-1" });
  expect(session.invoke("aws:index/getPartition:getPartition", {})).toMatchObject({
    partition: "aws-cn",
    dnsSuffix: "amazonaws.com.cn",
    reverseDnsPrefix: "cn.com.amazonaws",
  });
  expect(session.invoke("aws:index/getRegion:getRegion", {})).toMatchObject({
    region: "cn-north-1",
    name: "cn-north-1",
  });
  expect(session.invoke("aws:index/getCallerIdentity:getCallerIdentity", {})).toMatchObject({
    accountId: "111122223333",
  });
});

test.each([
  ["cn-north-1", "logs", "logs.amazonaws.com.cn"],
  ["cn-north-1", "ec2", "ec2.amazonaws.com"],
  ["us-gov-west-1", "logs", "logs.amazonaws.com"],
])("in %s the principal of %s is %s", (region, serviceName, name) => {
  const { session } = new AwsAccountFixture({ region });
  expect(session.invoke("aws:index/getServicePrincipal:getServicePrincipal", { serviceName })).toMatchObject({ name });
});

test("a subnet of the sandbox is found, another is refused", async () => {
  const aws = new AwsAccountFixture();
  const vpc = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const { id } = await aws.make("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
  expect(aws.session.invoke("aws:ec2/getSubnet:getSubnet", { id })).toMatchObject({ id, vpcId: vpc.id });
  expect(() => aws.session.invoke("aws:ec2/getSubnet:getSubnet", { id: "subnet-x" })).toThrow(
    'getSubnet: there is no subnet "subnet-x"; pass the id of a subnet of the stack',
  );
});

test("a policy document is made without asking anyone", () => {
  const { session } = new AwsAccountFixture();
  const { json } = session.invoke("aws:iam/getPolicyDocument:getPolicyDocument", {
    statements: [
      {
        sid: "Send",
        actions: ["sqs:SendMessage"],
        resources: ["b", "a"],
        principals: [{ type: "Service", identifiers: ["events.amazonaws.com"] }],
        conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["true"] }],
      },
      { effect: "Deny", actions: ["sqs:*"], resources: ["*"], principals: [{ type: "*", identifiers: ["*"] }] },
    ],
  });
  expect(JSON.parse(String(json))).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Send",
        Effect: "Allow",
        Action: "sqs:SendMessage",
        Resource: ["a", "b"],
        Principal: { Service: "events.amazonaws.com" },
        Condition: { Bool: { "aws:SecureTransport": "true" } },
      },
      { Effect: "Deny", Action: "sqs:*", Resource: "*", Principal: "*" },
    ],
  });
});

test.each([
  ["aws:eks/getAddonVersion:getAddonVersion", "pin the add-on's version"],
  ["aws:ssm/getParameter:getParameter", "name the image as resolve:ssm:<parameter>"],
  ["aws:index/getAvailabilityZones:getAvailabilityZones", "take the value from configuration"],
])("%s is refused with the way around it", (token, way) => {
  const { session } = new AwsAccountFixture();
  expect(() => session.invoke(token, {})).toThrow(
    `${token} asks a cloud, and nothing asks a cloud while planning; ${way}`,
  );
});
