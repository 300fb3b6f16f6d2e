import * as pulumi from "@pulumi/pulumi";
import { type PolicyDocument, policyDocument } from "../../../infra/identity/policy-document";
import { ServiceAccountRole } from "../../../infra/identity/service-account-role";
import { prodPlatform } from "../prod-platform";
import { recordGraph, resolved } from "../recorded-graph";

const HOST = "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";
const POLICY = policyDocument([{ Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["*"] }]);
const [ROLE, MANAGED, ATTACHMENT] = [
  "aws:iam/role:Role",
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
];

const roleWith = (policy?: pulumi.Input<PolicyDocument>) =>
  recordGraph(
    () =>
      new ServiceAccountRole("reader", {
        platform: prodPlatform(),
        oidc: { arn: pulumi.output(`arn:aws:iam::123456789012:oidc-provider/${HOST}`), host: pulumi.output(HOST) },
        roleName: "prod-us-east-1-reader",
        namespace: "reports",
        serviceAccount: "reader",
        description: "Reads reports",
        ...(policy === undefined ? {} : { policy }),
      }),
  );

describe("ServiceAccountRole", () => {
  it("registers a role, its policy and their attachment under explicit names", async () => {
    const { graph, result } = await roleWith(POLICY);
    expect(graph.find(ROLE, "reader-role").inputs).toMatchObject({
      name: "prod-us-east-1-reader",
      description: "Reads reports",
    });
    expect(graph.policy(ROLE, "reader-role", "assumeRolePolicy")).toMatchObject({
      Statement: [{ Condition: { StringEquals: { [`${HOST}:sub`]: "system:serviceaccount:reports:reader" } } }],
    });
    expect(graph.find(MANAGED, "reader-policy").inputs).toEqual({
      name: "prod-us-east-1-reader",
      description: "Reads reports (prod-us-east-1)",
      policy:
        '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject"],"Resource":["*"]}]}',
    });
    expect(graph.find(ATTACHMENT, "reader-policy").inputs).toEqual({
      role: "prod-us-east-1-reader",
      policyArn: "reader-policy-arn",
    });
    expect(result.roleName).toBe("prod-us-east-1-reader");
    expect(await resolved(result.arn)).toBe("arn:aws:iam::123456789012:role/prod-us-east-1-reader");
  });

  it("takes a policy that becomes known later", async () => {
    const { graph } = await roleWith(pulumi.output(POLICY));
    expect(graph.policy(MANAGED, "reader-policy")).toEqual(POLICY);
  });

  it("registers no policy when it has none of its own", async () => {
    const { graph, result } = await roleWith();
    expect(Object.keys(graph.ofType(ROLE))).toEqual(["reader-role"]);
    expect(graph.ofType(MANAGED)).toEqual({});
    expect(graph.ofType(ATTACHMENT)).toEqual({});
    expect(await resolved(result.arn)).toBe("arn:aws:iam::123456789012:role/prod-us-east-1-reader");
  });

  it("refuses a policy that IAM would refuse for its size", async () => {
    const large = policyDocument([
      { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["x".repeat(6_144)] },
    ]);
    await expect(roleWith(large)).rejects.toThrow('policy "prod-us-east-1-reader" has 6256 characters');
  });
});
