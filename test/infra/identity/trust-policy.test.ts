import { policyJson } from "../../../infra/identity/policy-document";
import { serviceAccountTrust, serviceTrust } from "../../../infra/identity/trust-policy";

const HOST = "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";
const PROVIDER = `arn:aws:iam::123456789012:oidc-provider/${HOST}`;

describe("serviceAccountTrust", () => {
  const trust = serviceAccountTrust({
    providerArn: PROVIDER,
    issuerHost: HOST,
    namespace: "velero",
    serviceAccount: "velero",
  });

  it("admits one service account with a token made for STS, and says so by equality only", () => {
    expect(JSON.parse(policyJson(trust))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AllowServiceAccount",
          Effect: "Allow",
          Principal: { Federated: PROVIDER },
          Action: ["sts:AssumeRoleWithWebIdentity"],
          Condition: {
            StringEquals: {
              [`${HOST}:sub`]: "system:serviceaccount:velero:velero",
              [`${HOST}:aud`]: "sts.amazonaws.com",
            },
          },
        },
      ],
    });
  });

  it("leaves out the list of resources, which IAM refuses in a trust policy", () => {
    expect(policyJson(trust)).not.toContain("Resource");
  });
});

describe("serviceTrust", () => {
  it("admits a service under its condition", () => {
    const condition = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    expect(JSON.parse(policyJson(serviceTrust("vpc-flow-logs.amazonaws.com", condition)))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AllowService",
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: ["sts:AssumeRole"],
          Condition: condition,
        },
      ],
    });
  });
});
