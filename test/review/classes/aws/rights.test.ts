import { resourceLife, resourceLines } from "../../fixture";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const REFUSED = "new connections that only this let through are refused from then on";
const rule = (fromPort: number, more: object = {}) => ({
  fromPort,
  toPort: fromPort,
  protocol: "tcp",
  cidrBlocks: ["10.0.0.0/16"],
  ...more,
});
const classes = (before: readonly object[], after: readonly object[]) =>
  resourceLines(GROUP, { ingress: before }, { ingress: after }).map((line) => line.split(": ")[1]);

it.each([
  [
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "new connections that only this rule let through are refused from then on",
  ],
  [
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "new connections that only this rule let through are refused from then on",
  ],
  ["aws:iam/rolePolicy:RolePolicy", "whoever has the role loses these rights within seconds"],
  ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "whoever has the role loses these rights within seconds"],
])("a %s that goes is one that something relies on", (type, reason) => {
  expect(resourceLife(type).removed).toBe(`replacement: ${reason}`);
  expect(resourceLife(type).added).toMatch(/^in place: /);
});

describe("a rule of a security group", () => {
  it("that goes shuts out what it let through", () => {
    const [line] = resourceLines(GROUP, { egress: [rule(80), rule(443)] }, { egress: [rule(443)] });
    expect(line).toMatch(/^egress\[0\]: replacement: /);
    expect(line).toContain(`${REFUSED}, egress from {`);
  });

  it("does so when it lets through something else, or comes from fewer places", () => {
    expect(classes([rule(80)], [rule(81)])).toEqual(["replacement", "replacement"]);
    expect(classes([rule(80, { cidrBlocks: ["a", "b"] })], [rule(80, { cidrBlocks: ["a"] })])).toEqual(["replacement"]);
  });

  it("doesn't when it comes, lets more in, or is described otherwise", () => {
    expect(classes([], [rule(80)])).toEqual(["in place"]);
    expect(classes([rule(80)], [rule(80, { cidrBlocks: ["10.0.0.0/16", "b"] })])).toEqual(["in place"]);
    expect(classes([rule(80, { description: "a" })], [rule(80, { description: "b" })])).toEqual(["in place"]);
    expect(classes([rule(80), rule(443)], [rule(443), rule(80)])).toEqual(["no effect"]);
  });
});
