import type { PlannedResource } from "../../../policies/resource";
import { unacknowledged } from "../../../review/acknowledgements";
import { diffPlan } from "../../../review/diff/diff-plan";
import { resource } from "../../policies/estate-fixture";
import { changeLines } from "../prod-sides";

const BUCKET = "aws:s3/bucket:Bucket";
const AWS = "pulumi:providers:aws";
const GONE = "its objects and all their versions go with it";

const aws = (name: string, region: string, more: object = {}) => resource(AWS, name, { region, ...more });
const bucket = (provider: PlannedResource | undefined, name = "orders") =>
  resource(BUCKET, name, { bucket: name }, { protect: true, provider: provider?.urn ?? null });

describe("what a provider makes", () => {
  const of = (region: string, more: object = {}) => {
    const provider = aws("aws", region, more);
    return [provider, bucket(provider), bucket(provider, "carts"), bucket(aws("other", "a"), "elsewhere")];
  };

  it("is made again when the provider is, each thing as protected as it is", () => {
    const changes = diffPlan(of("a"), of("b"));
    const made = `its provider ${AWS} aws is another one: Pulumi makes it again, there, and deletes this one; ${GONE}`;
    expect(changeLines(changes)).toEqual([
      `data loss* ${BUCKET} carts: ${made}`,
      `data loss* ${BUCKET} orders: ${made}`,
      `replacement ${AWS} aws: nothing moves between regions: Pulumi makes all that this provider makes (2 in the plan) again, there`,
    ]);
    expect(changes[0]?.fields.map(({ path, before, after }) => [path, before, after])).toEqual([
      ["provider", "[unknown]", "[unknown]"],
    ]);
    expect(unacknowledged(changes, [])).toHaveLength(2);
  });

  it("stays when the provider changes in place", () => {
    expect(diffPlan(of("a"), of("a", { defaultTags: { tags: { team: "a" } } })).map(({ thing }) => thing.name)).toEqual(
      [`${AWS} aws`],
    );
  });
});

describe("a resource of another provider", () => {
  const [here, there] = [aws("here", "a"), aws("there", "b")];
  const moved = (from: PlannedResource | undefined, to: PlannedResource | undefined, known = [here, there]) =>
    changeLines(diffPlan([...known, bucket(from)], [...known, bucket(to)]));

  it("is made again where that works elsewhere", () => {
    expect(moved(here, there)).toEqual([
      `data loss* ${BUCKET} orders: it has another provider, with another region: Pulumi makes it again, there, and deletes this one; ${GONE}`,
    ]);
  });

  it("is made again where nothing is known of one of them", () => {
    const unknown = `data loss* ${BUCKET} orders: it has another provider, of which nothing is known here: Pulumi makes it again, there, and deletes this one; ${GONE}`;
    expect(moved(here, there, [here])).toEqual([unknown]);
    expect(moved(undefined, there)).toEqual([unknown]);
  });

  it("stays where that works at the same place", () => {
    const same = aws("same", "a", { version: "7.1.0" });
    expect(moved(here, same, [here, same])).toEqual([
      `in place* ${BUCKET} orders: another provider goes on with it, with another version: Pulumi makes nothing again for that`,
    ]);
    const twin = aws("twin", "a");
    expect(moved(here, twin, [here, twin])).toEqual([
      `in place* ${BUCKET} orders: another provider goes on with it, configured the same: Pulumi makes nothing again for that`,
    ]);
  });

  it("isn't told of where only the version of a default provider changed", () => {
    const [old, next] = [
      aws("default_7_0_0", "a", { version: "7.0.0" }),
      aws("default_7_1_0", "a", { version: "7.1.0" }),
    ];
    expect(moved(old, next, [old, next])).toEqual([]);
    const far = aws("default_7_1_0", "b");
    expect(moved(old, far, [old, far])[0]).toMatch(/^data loss\* .* with another region: /);
  });
});
