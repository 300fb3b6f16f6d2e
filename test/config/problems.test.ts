import { RunError } from "@pulumi/pulumi";
import { ConfigError, inFileOrder, type Problem } from "../../config/problems";

const outside: Problem = {
  path: "vantage:network.subnets.general.cidrs.us-east-1a",
  line: 22,
  column: 30,
  given: "10.43.17.0/24",
  allowed: "a block inside the VPC's 10.42.0.0/16",
  mend: "choose a free block of the VPC, or widen vantage:network.cidr",
};
const unplaced: Problem = { path: "file name", given: "a.yaml", allowed: "b", mend: "c" };

describe("ConfigError", () => {
  it("reads as a report", () => {
    expect(new ConfigError("Pulumi.prod.yaml", [outside, unplaced]).message).toBe(
      [
        "Pulumi.prod.yaml: 2 problems, nothing was run",
        "",
        "  vantage:network.subnets.general.cidrs.us-east-1a   line 22",
        "    given    10.43.17.0/24",
        "    allowed  a block inside the VPC's 10.42.0.0/16",
        "    mend     choose a free block of the VPC, or widen vantage:network.cidr",
        "",
        "  file name",
        "    given    a.yaml",
        "    allowed  b",
        "    mend     c",
      ].join("\n"),
    );
  });

  it("counts one problem as one", () => {
    expect(new ConfigError("stack prod", [unplaced]).message.split("\n")[0]).toBe(
      "stack prod: 1 problem, nothing was run",
    );
  });

  it("carries the problems for tools, and no stack trace for people", () => {
    const error = new ConfigError("Pulumi.prod.yaml", [outside]);
    expect(error.problems).toEqual([outside]);
    expect(error.stack).toBe(error.message);
    expect(RunError.isInstance(error)).toBe(true);
  });
});

describe("inFileOrder", () => {
  it("goes by line, then column, then path; what has no line comes last", () => {
    const at = (path: string, line?: number, column?: number): Problem => ({
      ...unplaced,
      path,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
    const sorted = [at("a", 1, 1), at("b", 1, 5), at("c", 1, 5), at("d", 2, 1), at("e"), at("f")];
    expect(inFileOrder([...sorted].reverse())).toEqual(sorted);
  });
});
