import { at, objectLife, objectLines } from "../../fixture";

const conf = (...lines: readonly string[]) => ({ data: { "redis.conf": lines.join("\n") } });
const file = (name: string, text: string, more: object = {}) => ({ data: { [name]: text }, ...more });
const rules = (rule: object) =>
  file(
    "shop.yaml",
    JSON.stringify({
      groups: [
        {
          name: "shop",
          rules: [{ alert: "Down", expr: "up == 0", for: "5m", annotations: { summary: "a" }, ...rule }],
        },
      ],
    }),
  );
const ALERT = 'data["shop.yaml"].groups[name=shop].rules[alert=Down]';

describe("a Redis server's settings cost data", () => {
  it.each([
    [
      "keys go that stayed",
      ["maxmemory-policy noeviction"],
      ["maxmemory-policy allkeys-lru"],
      "maxmemory-policy: data loss: once its memory is full, Redis drops keys that it kept so far, from noeviction to allkeys-lru",
    ],
    [
      "all go instead of those with an end",
      ["maxmemory-policy volatile-lru"],
      ["maxmemory-policy allkeys-lru"],
      "maxmemory-policy: data loss: once its memory is full, Redis drops keys that it kept so far, from volatile-lru to allkeys-lru",
    ],
    [
      "others of them go",
      ["maxmemory-policy allkeys-lru"],
      ["maxmemory-policy allkeys-random"],
      "maxmemory-policy: data loss: once its memory is full, Redis drops keys that it kept so far, from allkeys-lru to allkeys-random",
    ],
    [
      "there is less room",
      ["maxmemory 2gb", "maxmemory-policy allkeys-lru"],
      ["maxmemory 1gb", "maxmemory-policy allkeys-lru"],
      "maxmemory: data loss: Redis drops keys until it fits, from 2gb to 1gb",
    ],
    [
      "writes are no longer kept",
      ["appendonly yes"],
      ["appendonly no"],
      "appendonly: data loss: at its next start Redis reads the last snapshot: what was written since then is gone",
    ],
  ])("when %s", (_what, before, after, line) => {
    expect(objectLines("ConfigMap", conf(...before), conf(...after))).toEqual([`data["redis.conf"].${line}`]);
  });
});

describe("a Redis server's settings cost nothing", () => {
  it.each([
    ["nothing goes any more", ["maxmemory-policy allkeys-lru"], ["maxmemory-policy noeviction"]],
    ["only keys with an end go", ["maxmemory-policy allkeys-lru"], ["maxmemory-policy volatile-lru"]],
    [
      "there is more room",
      ["maxmemory 1gb", "maxmemory-policy allkeys-lru"],
      ["maxmemory 2gb", "maxmemory-policy allkeys-lru"],
    ],
    ["there is less room, and nothing goes", ["maxmemory 2gb"], ["maxmemory 1gb"]],
    ["writes are kept", ["appendonly no"], ["appendonly yes"]],
    ["snapshots are made at other times", ["save 3600 1"], ["save 60 1"]],
  ])("when %s", (_what, before, after) => {
    expect(objectLines("ConfigMap", conf(...before), conf(...after)).map((line) => line.split(": ")[1])).toEqual([
      "in place",
    ]);
  });

  it("when they come or go as a whole, but for what they cost one by one", () => {
    const none = { data: { "other.txt": "" } };
    const all = (...settings: readonly string[]) => ({ data: { ...none.data, ...conf(...settings).data } });
    expect(objectLines("ConfigMap", all("appendonly yes", "save 60 1"), none)).toEqual([
      'data["redis.conf"]: data loss: at its next start Redis reads the last snapshot: what was written since then is gone',
    ]);
    expect(objectLines("ConfigMap", none, all("appendonly no", "save 60 1"))).toEqual([
      'data["redis.conf"]: in place: Redis reads its settings when it starts: pods that run keep the old ones until they start anew',
    ]);
  });

  it("when only a note changes", () => {
    expect(objectLines("ConfigMap", conf("# a", "port 1"), conf("# b", "port 1"))).toEqual([
      'data["redis.conf"]: no effect: the same content, written otherwise',
    ]);
  });
});

describe("a file of rules", () => {
  it.each([
    [
      "another expression",
      { expr: "up < 1" },
      ".expr: in place: Prometheus reloads its rules, and the alert fires, or the series comes, from another expression",
    ],
    [
      "another patience",
      { for: "10m" },
      ".for: in place: Prometheus reloads its rules, and the alert waits for 10m before it fires",
    ],
    ["the same patience", { for: "300s" }, ".for: no effect: the same duration, written otherwise"],
    [
      "other words",
      { annotations: { summary: "b" } },
      ".annotations.summary: no effect: only people read it, when the alert fires",
    ],
    [
      "a label",
      { labels: { severity: "critical" } },
      ".labels: in place: Prometheus reloads its rules, which go on from what is known",
    ],
  ])("with %s", (_what, rule, line) => {
    expect(objectLines("ConfigMap", rules({}), rules(rule))).toEqual([`${ALERT}${line}`]);
  });

  it("with an alert less", () => {
    const none = file("shop.yaml", JSON.stringify({ groups: [{ name: "shop", rules: [] }] }));
    expect(objectLines("ConfigMap", rules({}), none)).toEqual([
      `${ALERT}: in place: Prometheus reloads its rules: what it told of is no longer told`,
    ]);
  });
});

describe("another file", () => {
  it("comes to pods that mount it", () => {
    expect(objectLines("ConfigMap", file("run.sh", "a"), file("run.sh", "b"))[0]).toMatch(
      /^data\["run\.sh"\]: in place: its file changes in pods/,
    );
  });

  it("takes another ConfigMap where that is immutable", () => {
    const [line] = objectLines(
      "ConfigMap",
      file("run.sh", "a", { immutable: true }),
      file("run.sh", "b", { immutable: true }),
    );
    expect(line).toBe(
      'data["run.sh"]: replacement: it is immutable: it has to be deleted and made again, and pods see the new one when they start anew',
    );
  });

  it("takes another ConfigMap where that is immutable, even for a note", () => {
    const noted = (note: string) => file("a.yaml", `# ${note}\na: 1\n`, { immutable: true });
    expect(objectLines("ConfigMap", noted("a"), noted("b"))).toEqual([
      'data["a.yaml"]: replacement: it is immutable: it has to be deleted and made again, and pods see the new one when they start anew; it is the same content, written otherwise, but texts are compared',
    ]);
  });

  it("has no effect when it is a dashboard", () => {
    const board = (title: string) => file("board.json", JSON.stringify({ title, panels: [] }));
    expect(objectLines("ConfigMap", board("a"), board("b"))).toEqual([
      'data["board.json"].title: no effect: a dashboard, which only people read',
    ]);
  });

  it("is missed when it goes", () => {
    expect(objectLife("ConfigMap").removed).toBe(
      "replacement: what it holds is gone: pods that name it don't start anew",
    );
  });
});

it("a rule of Prometheus's operator counts as one in a file", () => {
  const of = (expr: string) => at("spec.groups", [{ name: "shop", rules: [{ alert: "Down", expr }] }]);
  expect(objectLines("monitoring.coreos.com/PrometheusRule", of("a"), of("b"))).toEqual([
    "spec.groups[name=shop].rules[alert=Down].expr: in place: Prometheus reloads its rules",
  ]);
});
