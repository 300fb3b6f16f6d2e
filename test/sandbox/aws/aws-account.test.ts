import { awsAccountOf, partitionOf } from "../../../sandbox/aws/aws-account";

test.each([
  ["us-east-1", "aws", "amazonaws.com"],
  ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
  ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
])("%s lies in %s", (region, partition, dnsSuffix) => {
  expect(partitionOf(region)).toEqual({ partition, dnsSuffix });
});

test("the account is what region and allowed accounts say", () => {
  const config = {
    region: "us-gov-west-1",
    allowedAccountIds: ["111122223333"],
    defaultTags: { tags: { env: "t" } },
  };
  expect(awsAccountOf(config)).toEqual({
    account: "111122223333",
    region: "us-gov-west-1",
    partition: "aws-us-gov",
    dnsSuffix: "amazonaws.com",
    defaultTags: { env: "t" },
  });
});

test.each([
  [{ allowedAccountIds: ["111122223333"] }, "aws provider: region is undefined; set the name of a region"],
  [{ region: "nowhere", allowedAccountIds: ["111122223333"] }, 'aws provider: region is "nowhere"'],
  [{ region: "us-east-1" }, "aws provider: allowedAccountIds is undefined; set it to a list with the twelve digits"],
  [{ region: "us-east-1", allowedAccountIds: ["1"] }, 'aws provider: allowedAccountIds is ["1"]'],
])("%j is refused", (config, message) => {
  expect(() => awsAccountOf(config)).toThrow(message);
});
