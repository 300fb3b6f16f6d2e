import { changeGroups, countByClass } from "../../../review/report/change-groups";
import { change } from "../page/page-fixture";

const same = (name: string) => change(name, "rolling", { reason: "another image" });

test("things of which the same is to be said stand together, the worst first, one before many", () => {
  const groups = changeGroups([
    same("apps/Deployment a/a"),
    change("ConfigMap a/b", "no effect"),
    change("apps/Deployment a/c", "rolling"),
    same("apps/Deployment a/d"),
    change("aws:s3/bucket:Bucket e", "data loss"),
  ]);
  expect(groups.map(({ class: is, reason, changes }) => [is, reason, changes.map(({ thing }) => thing.name)])).toEqual([
    ["data loss", "aws:s3/bucket:Bucket e is data loss", ["aws:s3/bucket:Bucket e"]],
    ["rolling", "apps/Deployment a/c is rolling", ["apps/Deployment a/c"]],
    ["rolling", "another image", ["apps/Deployment a/a", "apps/Deployment a/d"]],
    ["no effect", "ConfigMap a/b is no effect", ["ConfigMap a/b"]],
  ]);
});

test("what is added isn't told with what is changed", () => {
  expect(changeGroups([same("a"), { ...same("b"), operation: "added" }])).toHaveLength(2);
});

test("classes are counted, those without a change are left out", () => {
  expect(countByClass([same("a"), same("b"), change("c", "no effect")])).toEqual([
    ["rolling", 2],
    ["no effect", 1],
  ]);
  expect(countByClass([])).toEqual([]);
});
