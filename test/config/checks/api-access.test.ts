import { closedApi, reachableApi } from "../../../config/checks/api-access";
import type { ProdInput } from "../../infra/prod-platform";
import { findingsAfter } from "./prod-findings";

const withoutGateway = ({ network }: ProdInput) => delete network.transitGateway;
const open =
  (...publicAccessCidrs: string[]) =>
  ({ cluster }: ProdInput) =>
    Object.assign(cluster, { publicAccessCidrs });

describe("the cluster's API", () => {
  it("of prod is reached through the transit gateway alone", () => {
    expect([...findingsAfter(reachableApi), ...findingsAfter(closedApi)]).toEqual([]);
  });

  it("can't be reached by anybody without a gateway and without a public block", () => {
    expect(findingsAfter(reachableApi, withoutGateway)).toMatchObject([
      { path: ["cluster", "publicAccessCidrs"], given: "no block, and no vantage:network.transitGateway" },
    ]);
  });

  it("is reached through a public block where there is no gateway", () => {
    const change = (input: ProdInput) => {
      withoutGateway(input);
      open("198.51.100.0/24")(input);
    };
    expect([...findingsAfter(reachableApi, change), ...findingsAfter(closedApi, change)]).toEqual([]);
  });

  it("is never open to the whole internet", () => {
    expect(findingsAfter(closedApi, open("198.51.100.0/24", "0.0.0.0/0"))).toMatchObject([
      {
        path: ["cluster", "publicAccessCidrs", 1],
        given: "0.0.0.0/0, the whole internet",
        mend: expect.stringMatching(/^name the blocks that may/),
      },
    ]);
    expect(findingsAfter(closedApi, open("198.51.100.0/24"))).toEqual([]);
  });
});
