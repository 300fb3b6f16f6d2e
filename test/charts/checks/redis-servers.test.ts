import { redisMemory } from "../../../charts/checks/redis-memory";
import { redisServers } from "../../../charts/checks/redis-server";
import { redisShutdown } from "../../../charts/checks/redis-shutdown";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { findIn, messagesIn, workload } from "./workload-fixture";

const conf = (text: string): KubeObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "conf", namespace: "a" },
  data: { "redis.conf": text },
});

/** A server with memory for 36gb and time to save it, but for what is said. */
const server = (memory: object = { requests: { memory: "48Gi" }, limits: { memory: "48Gi" } }, seconds?: number) =>
  workload({
    spec: {
      ...(seconds === undefined ? {} : { terminationGracePeriodSeconds: seconds }),
      containers: [
        { name: "exporter" },
        { name: "redis", command: ["redis-server", "/x/redis.conf"], resources: memory },
      ],
      volumes: [{ name: "config", configMap: { name: "conf" } }],
    },
  });
const both = (memory: string) => ({ requests: { memory }, limits: { memory } });
const PERSISTENT = "maxmemory 36gb\nsave 1800 1\n";

describe("a Redis server", () => {
  it.each([
    ["maxmemory 36gb", 36 * 2 ** 30, true],
    ["maxmemory 36g", 36e9, true],
    ["maxmemory 100\nmaxmemory 1KB\n", 1024, true],
    ['maxmemory 1mb\nsave ""\nappendonly no', 2 ** 20, false],
    ['maxmemory 1mb\nsave ""\nappendonly yes', 2 ** 20, true],
    ["maxmemory 0", undefined, true],
    ["# maxmemory 1gb\nmaxmemory-policy noeviction", undefined, true],
  ])("with %j", (text, maxmemory, persistent) => {
    expect(redisServers([server(), conf(text)])).toMatchObject([
      { maxmemory, persistent, containerPath: ["spec", "template", "spec", "containers", 1] },
    ]);
  });

  it("takes what its command line says before what its configuration does", () => {
    const called = server();
    const [, container] = (valueAt(called, ["spec", "template", "spec", "containers"]) ?? []) as object[];
    Object.assign(container ?? {}, { args: ["--save", "", "--maxmemory", "2mb", "--appendonly", "no"] });
    const [found] = redisServers([called, conf("maxmemory 1mb\nsave 60 1\nport 6380")]);
    expect(found).toMatchObject({ maxmemory: 2 ** 21, persistent: false });
    expect(["save", "appendonly", "port", "dir"].map((name) => found?.setting(name))).toEqual([
      '""',
      "no",
      "6380",
      undefined,
    ]);
  });

  it("is one that runs redis-server with a configuration that is there", () => {
    expect(redisServers([server()])).toEqual([]);
    expect(redisServers([workload(), conf(PERSISTENT)])).toEqual([]);
  });
});

describe("check redis-memory", () => {
  it("has a quarter beyond maxmemory while it forks, and a tenth otherwise", () => {
    expect(findIn(redisMemory, server(both("48Gi")), conf(PERSISTENT))).toEqual([]);
    expect(findIn(redisMemory, server(both("40Gi")), conf('maxmemory 36gb\nsave ""\nappendonly no'))).toEqual([]);
  });

  it.each([
    ["a limit below it", { requests: { memory: "48Gi" }, limits: { memory: "47Gi" } }, "limits", "47Gi"],
    ["a request below it", { requests: { memory: "36Gi" }, limits: { memory: "48Gi" } }, "requests", "36Gi"],
    ["no limit", { requests: { memory: "48Gi" } }, "limits", "nothing"],
  ])("finds %s", (_, memory, kind, given) => {
    expect(findIn(redisMemory, server(memory), conf(PERSISTENT))).toMatchObject([
      {
        path: ["spec", "template", "spec", "containers", 1, "resources", kind, "memory"],
        message: `${given} for maxmemory 36.00Gi; at least 48.00Gi, of which 25 % are not for keys`,
      },
    ]);
  });

  it("finds no maxmemory", () => {
    expect(messagesIn(redisMemory, server(), conf("save 60 1"))).toEqual([
      "no maxmemory in its redis.conf: it grows until the kernel kills it",
    ]);
  });
});

describe("check redis-shutdown", () => {
  it("leaves it the time to save all of its memory", () => {
    expect(findIn(redisShutdown, server(undefined, 295), conf(PERSISTENT))).toEqual([]);
    expect(findIn(redisShutdown, server(undefined, 0), conf('maxmemory 36gb\nsave ""\nappendonly no'))).toEqual([]);
  });

  it.each([
    ["a second too little", 294, "294 s to stop; a full memory is written in 295 s at 125 MiB/s"],
    ["Kubernetes' default", undefined, "30 s to stop; a full memory is written in 295 s at 125 MiB/s"],
  ])("finds %s", (_, seconds, message) => {
    expect(findIn(redisShutdown, server(undefined, seconds), conf(PERSISTENT))).toMatchObject([
      { path: ["spec", "template", "spec", "terminationGracePeriodSeconds"], message },
    ]);
  });
});
