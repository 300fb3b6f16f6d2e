import { planEndpoints } from "../../../infra/network/endpoint-plan";
import { endpointPolicy } from "../../../infra/network/endpoint-policy";
import { prodPlatform } from "../prod-platform";

const { aws, network } = prodPlatform();
const endpoints = planEndpoints(network.endpoints);

describe("endpointPolicy", () => {
  it.each(endpoints)("admits identities of this account through $service", (endpoint) => {
    expect(endpointPolicy(aws, endpoint).Statement[0]).toEqual({
      Sid: "IdentitiesOfThisAccount",
      Effect: "Allow",
      Principal: "*",
      Action: ["*"],
      Resource: ["*"],
      Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
    });
  });

  it("admits strangers to public objects and to the exchange of tokens, and to nothing else", () => {
    const openTo = endpoints.flatMap((endpoint) =>
      endpointPolicy(aws, endpoint)
        .Statement.filter(({ Condition }) => Condition === undefined)
        .map(({ Action }) => [endpoint.service, ...Action]),
    );
    expect(openTo).toEqual([
      ["s3", "s3:GetObject"],
      ["sts", "sts:AssumeRoleWithWebIdentity"],
    ]);
  });
});
