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

describe("a document of Systems Manager", () => {
  const DOCUMENT = "aws:ssm/document:Document";
  const given = { name: "sessions", documentType: "Session", content: '{"schemaVersion":"1.0"}' };

  test("is known by its name, and a changed content is the next version", async () => {
    const aws = new AwsAccountFixture();
    const made = await aws.make(DOCUMENT, given);
    expect(made.id).toBe("sessions");
    expect(made.state).toMatchObject({
      arn: "arn:aws:ssm:eu-central-1:111122223333:document/sessions",
      latestVersion: "1",
      status: "Active",
    });
    const changed = await aws.change(DOCUMENT, made, { ...given, content: '{"schemaVersion":"1.0","inputs":{}}' });
    expect(changed.state.latestVersion).toBe("2");
    expect(aws.diff(DOCUMENT, made, { ...given, documentType: "Command" }).changes).toEqual([
      { path: ["documentType"], kind: "update", replaces: true },
    ]);
  });

  test.each([
    [{ ...given, content: "{}" }, "has no schemaVersion"],
    [{ ...given, content: "{x" }, "is not JSON"],
    [{ ...given, documentType: "Shell" }, "one of Automation, Command"],
    [{ ...given, name: "AWS-sessions" }, "not beginning with aws"],
  ])("with %j is refused", (inputs, message) => {
    expect(new AwsAccountFixture().failures(DOCUMENT, inputs)[0]?.reason).toContain(message);
  });
});
