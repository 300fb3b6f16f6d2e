import { renamesAmong } from "../../../review/diff/renames";
import { resource } from "../../policies/estate-fixture";

const QUEUE = "aws:sqs/queue:Queue";
const named = (name: string, inputs = { name: "slow" }, parent = "urn:pulumi:s::p::vantage:a:A::a") =>
  resource(QUEUE, name, inputs, { parent });

const pairs = (...[removed, added]: Parameters<typeof renamesAmong>) =>
  renamesAmong(removed, added).map(({ from, to }) => `${from.name} -> ${to.name}`);

describe("an object of the cluster is under another URN", () => {
  const of = (name: string, version: string, replicas: number, called = "it") =>
    resource(`kubernetes:example.com/${version}:Widget`, name, {
      apiVersion: `example.com/${version}`,
      kind: "Widget",
      metadata: { name: called, namespace: "here" },
      spec: { replicas },
    });

  it("when it is the same one, whatever else changed", () => {
    expect(pairs([of("a", "v1", 1)], [of("a", "v2", 2)])).toEqual(["a -> a"]);
    expect(pairs([of("a", "v1", 1)], [of("b", "v1", 2)])).toEqual(["a -> b"]);
  });

  it("and not when it is another", () => {
    expect(pairs([of("a", "v1", 1)], [of("a", "v2", 1, "other")])).toEqual([]);
  });
});

describe("a resource was renamed", () => {
  it("when one of the same type with equal inputs comes as it goes", () => {
    expect(pairs([named("old")], [named("new")])).toEqual(["old -> new"]);
  });

  it("when its parent has another name", () => {
    expect(pairs([named("old")], [named("new", { name: "slow" }, "urn:pulumi:s::p::vantage:a:A::b")])).toEqual([
      "old -> new",
    ]);
  });

  it("when it moved below another component and kept its name", () => {
    expect(pairs([named("it")], [named("it", { name: "slow" }, "urn:pulumi:s::p::vantage:b:B::b")])).toEqual([
      "it -> it",
    ]);
  });

  it("once for each, with the one below the same parent first", () => {
    const elsewhere = named("a", { name: "slow" }, "urn:pulumi:s::p::vantage:a:A::z");
    expect(pairs([named("old")], [elsewhere, named("b")])).toEqual(["old -> b"]);
    expect(pairs([named("old"), named("older")], [named("b")])).toEqual(["old -> b"]);
  });

  it.each([
    ["its inputs differ", named("new", { name: "fast" })],
    ["its type differs", resource("aws:sns/topic:Topic", "new", { name: "slow" })],
    ["its name and the type of its parent differ", named("new", { name: "slow" }, "urn:pulumi:s::p::vantage:b:B::b")],
  ])("not when %s", (_what, other) => {
    expect(pairs([named("old")], [other])).toEqual([]);
  });
});
