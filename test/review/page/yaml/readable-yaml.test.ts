import { readableYaml } from "../../../../review/page/yaml/readable-yaml";

describe("YAML for readers", () => {
  it("is in the order of manifests", () => {
    expect(readableYaml({ spec: { b: 1, a: "yes" }, kind: "Pod", apiVersion: "v1" })).toBe(
      'apiVersion: v1\nkind: Pod\nspec:\n  a: "yes"\n  b: 1\n',
    );
  });

  it("gives JSON in a text lines of its own", () => {
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject" }] });
    expect(readableYaml({ policy })).toBe(
      `policy: |
  {
    "Version": "2012-10-17",
    "Statement": [
      {
        "Effect": "Allow",
        "Action": "s3:GetObject"
      }
    ]
  }
`,
    );
  });

  it.each([
    ["a short one", '{"a":1}'],
    ["what only begins as JSON does", `{${"not json ".repeat(10)}`],
  ])("leaves %s as it is", (_what, text) => {
    expect(readableYaml({ text })).toContain("text: ");
    expect(readableYaml({ text }).split("\n")).toHaveLength(2);
  });

  it("decodes user data", () => {
    const userData = Buffer.from("#!/bin/sh\necho ä\n").toString("base64");
    expect(readableYaml({ userData })).toBe("userData: |\n  #!/bin/sh\n  echo ä\n");
  });

  it.each([
    ["packed", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]).toString("base64")],
    ["unknown", "[unknown]"],
  ])("leaves user data that is %s as it is", (_what, userData) => {
    expect(readableYaml({ userData })).toContain(userData);
  });

  it("doesn't decode other texts", () => {
    expect(readableYaml({ token: "YWJj" })).toBe("token: YWJj\n");
  });
});
