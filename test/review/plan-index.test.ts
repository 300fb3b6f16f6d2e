import { Unreadable } from "../../policies/resource";
import { PlanIndex } from "../../review/plan-index";
import { resource, urnOf } from "../policies/estate-fixture";
import { provider } from "./plan-fixture";

const QUEUE = "aws:sqs/queue:Queue";
const AWS = "pulumi:providers:aws";

const regionOf = (resources: readonly ReturnType<typeof resource>[], index = 0) => {
  const plan = new PlanIndex(resources);
  return plan.regionOf(plan.ofType(QUEUE)[index]);
};

describe("the region of a resource", () => {
  it("is its own, else its provider's, else that of the only provider", () => {
    const own = resource(QUEUE, "own", { region: "region-1" }, { provider: urnOf(AWS, "one") });
    const itsProviders = resource(QUEUE, "q", {}, { provider: urnOf(AWS, "one") });
    const any = resource(QUEUE, "any", {});
    const providers = [provider("region-2", "one"), provider("region-3", "two")];
    expect(regionOf([own, ...providers])).toBe("region-1");
    expect(regionOf([itsProviders, ...providers])).toBe("region-2");
    expect(regionOf([any, provider("region-2")])).toBe("region-2");
  });

  it("isn't told where several providers may be meant, none is there, or none shows it", () => {
    const any = resource(QUEUE, "any", {});
    expect(regionOf([any, provider("region-2", "one"), provider("region-3", "two")])).toBeUndefined();
    expect(regionOf([any])).toBeUndefined();
    expect(regionOf([any, provider("")])).toBeUndefined();
    expect(regionOf([any, provider("[unknown]")])).toBeUndefined();
  });
});

test("what isn't shown can't be read, and dependencies are found by their type", () => {
  const first = resource(QUEUE, "first", { name: "[unknown]" });
  const second = resource("aws:sqs/queuePolicy:QueuePolicy", "p", {}, { dependencies: [first.urn, "urn:gone"] });
  const plan = new PlanIndex([first, second]);
  const found = plan.dependenciesOf(second, QUEUE);
  expect(found.map(({ name }) => name)).toEqual(["first"]);
  expect(() => found[0]?.inputs.name).toThrow(Unreadable);
  expect(plan.dependenciesOf(second, AWS)).toEqual([]);
});
