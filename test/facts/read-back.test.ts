import type { Fact } from "../../facts/fact";
import { readBack, type Sources } from "../../facts/read-back";
import { resource } from "../policies/estate-fixture";

const deployment = (replicas: number) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "operator", namespace: "system" },
  spec: { replicas },
});

const SOURCES: Sources = {
  resources: [
    resource("aws:ec2/subnet:Subnet", "network-a", { cidrBlock: "10.0.1.0/24" }),
    resource("aws:ec2/subnet:Subnet", "network-b", { cidrBlock: "10.0.0.0/24" }),
  ],
  manifests: [deployment(3)],
  printed: [deployment(2)],
  decisions: new Set(["N1"]),
  deviations: new Set(["R3"]),
};

function read(row: Partial<Fact>): string {
  const fact = {
    id: "a-fact",
    statement: "Something holds.",
    source: { document: "000", section: "1", line: 1 },
    ...row,
  } as Fact;
  const finding = readBack(fact, SOURCES);
  return "message" in finding ? `${finding.outcome}: ${finding.message}` : finding.outcome;
}

const SUBNET = "aws:ec2/subnet:Subnet";
const OPERATOR = "apps/Deployment system/operator";

describe("a fact", () => {
  it.each<[string, Partial<Fact>]>([
    ["of the plan", { plan: `${SUBNET} network-a > cidrBlock`, value: "10.0.1.0/24" }],
    ["of all resources of a name", { plan: `${SUBNET} network-* > cidrBlock`, value: ["10.0.1.0/24", "10.0.0.0/24"] }],
    ["of them in order", { plan: `${SUBNET} network-* > cidrBlock | sorted`, value: ["10.0.0.0/24", "10.0.1.0/24"] }],
    ["of how many there are", { plan: `${SUBNET} * > count`, value: 2 }],
    ["of the manifests", { manifest: `${OPERATOR} > spec.replicas`, value: 3 }],
    ["of the printed manifests", { printed: `${OPERATOR} > spec.replicas`, value: 2 }],
  ])("is read back: %s", (_what, row) => {
    expect(read(row)).toBe("read back");
  });

  it("is decided when a decision replaces it, whether or not it can be seen", () => {
    expect(read({ decision: "N1" })).toBe("decided");
    expect(read({ deviation: "R3" })).toBe("decided");
    expect(read({ decision: "N1", manifest: `${OPERATOR} > spec.replicas`, value: 3 })).toBe("decided");
  });

  it.each<[string, Partial<Fact>, string]>([
    [
      "another value",
      { manifest: `${OPERATOR} > spec.replicas`, value: 2 },
      `different: ${OPERATOR} > spec.replicas is 3, not 2`,
    ],
    [
      "another type",
      { manifest: `${OPERATOR} > spec.replicas`, value: "3" },
      `different: ${OPERATOR} > spec.replicas is 3, not "3"`,
    ],
    [
      "nothing there",
      { manifest: `${OPERATOR} > spec.paused`, value: true },
      `missing: nothing is at ${OPERATOR} > spec.paused`,
    ],
    [
      "no such object",
      { manifest: "apps/Deployment system/none > spec", value: 1 },
      "missing: nothing is at apps/Deployment system/none > spec",
    ],
    [
      "no such resources",
      { plan: `${SUBNET} none-* > count`, value: 0 },
      `missing: nothing is at ${SUBNET} none-* > count`,
    ],
    ["no such decision", { decision: "N2" }, "missing: there is no decision N2"],
    ["no such deviation", { deviation: "N1" }, "missing: the ledger has no deviation N1"],
    [
      "a decision, and another value than it says",
      { decision: "N1", manifest: `${OPERATOR} > spec.replicas`, value: 2 },
      `different: ${OPERATOR} > spec.replicas is 3, not 2`,
    ],
    [
      "a target without a selector",
      { manifest: OPERATOR, value: 1 },
      `missing: "${OPERATOR}" has to be a place, " > " and a selector`,
    ],
    [
      "a selector that can't be read",
      { manifest: `${OPERATOR} > spec..x`, value: 1 },
      'missing: "..x" of "spec..x" is no key, position or member',
    ],
  ])("fails with %s", (_what, row, message) => {
    expect(read(row)).toBe(message);
  });
});
