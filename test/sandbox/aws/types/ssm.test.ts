import { AwsAccountFixture } from "../aws-account-fixture";

const PARAMETER = "aws:ssm/parameter:Parameter";

test("a parameter counts its versions", async () => {
  const aws = new AwsAccountFixture();
  const made = await aws.make(PARAMETER, { name: "/a/b", type: "String", value: "1" });
  expect(made.state).toMatchObject({
    arn: "arn:aws:ssm:eu-central-1:111122223333:parameter/a/b",
    version: 1,
    tier: "Standard",
  });
  const changed = await aws.change(PARAMETER, made, { name: "/a/b", type: "String", value: "2" });
  expect(changed.state.version).toBe(2);
});

test.each([
  [{ name: "/aws/x", type: "String" }, "not beginning with aws or ssm"],
  [{ name: "x", type: "Text" }, "one of String, StringList, SecureString"],
  [{ name: "x" }, "type is missing"],
])("a parameter with %j is refused", (inputs, message) => {
  expect(new AwsAccountFixture().failures(PARAMETER, inputs)[0]?.reason).toContain(message);
});
