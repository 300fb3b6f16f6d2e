import { assessedParts } from "../../../review/page/assessed-parts";
import { pageOfReview, pageOfStack } from "../../../review/page/pages";
import { resource } from "../../policies/estate-fixture";
import { review, side } from "../review-fixture";
import { object } from "./page-fixture";

const gateway = resource("aws:ec2/natGateway:NatGateway", "nat", {});
const provider = resource("pulumi:providers:aws", "aws", { region: "us-east-1" });
const group = (desiredSize: number) =>
  resource("aws:eks/nodeGroup:NodeGroup", "web", {
    nodeGroupName: "web",
    instanceTypes: ["m6i.xlarge"],
    amiType: "AL2023_x86_64_STANDARD",
    scalingConfig: { minSize: 1, desiredSize, maxSize: 4 },
    labels: { "node.kubernetes.io/pool": "web" },
  });
const fact = {
  id: "desired",
  statement: "Two nodes.",
  source: { document: "001" as const, section: "1", line: 3 },
  plan: "aws:eks/nodeGroup:NodeGroup web > scalingConfig.desiredSize",
  value: 2,
};
const documented = {
  facts: [fact],
  sections: [{ document: "001", section: "1", title: "Nodes", lines: [1, 9] as [number, number], stack: "prod" }],
};
const compared = review(
  side({ resources: [provider, gateway, group(2)] }),
  side({ resources: [provider, group(3)] }),
  documented,
);

describe("the parts of a review's page", () => {
  const { cost = [], capacity = [], facts, policies } = assessedParts(compared.head, compared);

  it("have lines of both sides, and those of the base that are gone", () => {
    const instances = cost.find(({ what }) => what === "aws:eks/nodeGroup:NodeGroup web: instances");
    // m6i.xlarge at 0.192 USD × 730 hours.
    expect([instances?.before?.typical, instances?.after?.typical]).toEqual([280.32, 420.48]);
    const gone = cost.find(({ what }) => what.startsWith("aws:ec2/natGateway:NatGateway nat"));
    expect([gone?.before?.typical, gone?.after]).toEqual([32.85, undefined]);
  });

  it("say what amounts leave out", () => {
    const { costNotes = [] } = assessedParts(compared.base);
    expect(costNotes.filter((note) => note.startsWith("Left out: NAT gateway: data: "))).toHaveLength(1);
    expect(costNotes[0]).toMatch(/^List prices on demand/);
  });

  it("have each pool with what it was", () => {
    const [web] = capacity;
    expect([web?.pool, web?.instanceTypes, web?.nodes.typical, web?.before?.nodes.typical]).toEqual([
      "web",
      ["m6i.xlarge"],
      3,
      2,
    ]);
  });

  it("have facts with what touches them", () => {
    expect(facts).toEqual([
      expect.objectContaining({
        id: "desired",
        source: "document 001, section 1, line 3",
        outcome: "different",
        touchedBy: ["aws:eks/nodeGroup:NodeGroup web"],
      }),
    ]);
  });

  it("have judgements with what became of them", () => {
    expect(policies?.passed).toBeGreaterThan(0);
    const { policies: changes = [] } = compared;
    expect(policies?.rows.filter(({ since }) => since !== undefined)).toHaveLength(changes.length);
  });
});

describe("the parts of a stack's page", () => {
  it("compare nothing", () => {
    const { cost = [], capacity = [], facts, policies } = assessedParts(compared.head);
    expect([cost, capacity].flat().filter((row) => row.before !== undefined)).toEqual([]);
    expect(policies?.rows.filter(({ since }) => since !== undefined)).toEqual([]);
    expect(facts?.map(({ touchedBy }) => touchedBy)).toEqual([undefined]);
  });

  it("leave out what can't be told without configuration", () => {
    const { policies: _policies, facts: _facts, ...head } = compared.head;
    expect(Object.keys(assessedParts(head)).sort()).toEqual(["capacity", "cost", "costNotes"]);
  });
});

test("a review's page has both sides of what changes, a stack's page all of it", () => {
  const config = (size: string) => object("v1", "ConfigMap", "queue", "shop", { data: { size: `size-${size}` } });
  const [base, head] = [side({ objects: [config("3")] }), side({ objects: [config("5")] })];
  const both = review(base, head);
  const page = pageOfReview(both, base, head);
  expect(page).toContain("size-3");
  expect(page).toContain("size-5");
  expect(page).toContain("Review of stack prod");
  expect(pageOfStack("prod", head, both.head)).toContain("size-5");
});
