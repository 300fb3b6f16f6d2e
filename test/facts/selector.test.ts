import { parseSelector, SelectorError, select } from "../../facts/selector";

const OBJECT = {
  spec: {
    replicas: 2,
    containers: [
      { name: "manager", image: "r/m:1", env: [{ name: "A", value: "1" }] },
      { name: "other", image: "r/o:2" },
    ],
    acls: [{ operations: ["All"] }, { operations: ["Read"], resource: { name: "orders", type: "topic" } }],
    none: null,
  },
  metadata: { labels: { "app.kubernetes.io/name": "operator" } },
  data: {
    "redis.conf": "# limit\nmaxmemory 14gb\nsave 900 1\nsave 300 10\n",
    "rules.yaml": "groups:\n  - name: redis\n    rules: [{ alert: Down, for: 5m }]\n",
    policy: '{"Statement":[{"Sid":"One","Action":["s3:GetObject"]}]}',
    flags: "-Xms8g -Xmx8g",
    text: Buffer.from("hello").toString("base64"),
  },
};

const read = (selector: string) => select(OBJECT, parseSelector(selector));

describe("a selector", () => {
  it.each([
    ["spec.replicas", 2],
    ["spec.containers[0].image", "r/m:1"],
    ["spec.containers[name=other].image", "r/o:2"],
    ["spec.containers[name=manager].env[name=A].value", "1"],
    ["spec.containers[*].image", ["r/m:1", "r/o:2"]],
    ["spec.containers[*]", OBJECT.spec.containers],
    ["spec.containers[*].env[0].name", ["A"]],
    ["spec.acls[*].resource.type", ["topic"]],
    ["spec.acls[resource.name=orders].operations[0]", "Read"],
    ['metadata.labels["app.kubernetes.io/name"]', "operator"],
    ['data["redis.conf"] | line maxmemory', "14gb"],
    ['data["redis.conf"] | line save', "900 1"],
    ['data["rules.yaml"] | yaml | groups[name=redis].rules[alert=Down].for', "5m"],
    ["data.policy | json | Statement[Sid=One].Action", ["s3:GetObject"]],
    ["data.flags | match /-Xmx(\\S+)/", "8g"],
    ["data.text | base64", "hello"],
    ["spec.containers | count", 2],
    ["data | count", 5],
    ["metadata.labels | keys", ["app.kubernetes.io/name"]],
    ["spec.containers[*].name | sorted", ["manager", "other"]],
    ["spec.none", null],
    ["spec.missing | absent", true],
    ["spec.missing.deeper | absent", true],
  ])("%s", (selector, value) => {
    expect(read(selector)).toEqual(value);
  });

  it.each([
    "spec.missing",
    "spec.missing.deeper",
    "spec.containers[2].image",
    "spec.containers[name=none].image",
    "spec.containers[name=undefined].image",
    "spec.containers[*].missing",
    "spec.containers[missing=undefined].image",
    "spec.acls[resource.name=none].operations",
    "spec.acls[resource.name.deeper=orders]",
    "spec.acls[resource.missing=orders]",
    "spec.replicas.deeper",
    "spec[0]",
    'data["redis.conf"] | line maxmem',
    "data.flags | match /-Xss(\\S+)/",
    "spec.replicas | yaml",
    "spec.replicas | count",
    "spec.replicas | absent",
  ])("finds nothing at %s", (selector) => {
    expect(read(selector)).toBeUndefined();
  });

  it.each(["spec..replicas", "spec.containers[", "spec containers", ""])("can't be %j", (selector) => {
    const attempt = () => {
      parseSelector(selector);
    };
    if (selector === "") expect(select(OBJECT, parseSelector(selector))).toBe(OBJECT);
    else expect(attempt).toThrow(SelectorError);
  });
});
