import { identityOf } from "../../../sandbox/server/resource-urn";

test("type and name are what a URN ends with, below its parents", () => {
  const urn = "urn:pulumi:dev::project::my:component:Network$aws:ec2/vpc:Vpc::main";
  expect(identityOf(urn)).toEqual({ urn, type: "aws:ec2/vpc:Vpc", name: "main" });
});

test("a name may hold the separator itself", () => {
  expect(identityOf("urn:pulumi:dev::project::aws:ec2/vpc:Vpc::a::b").name).toBe("a::b");
});

test("what is no URN is a mistake of ours", () => {
  expect(() => identityOf("urn:pulumi:dev")).toThrow("not a resource URN: urn:pulumi:dev");
});
