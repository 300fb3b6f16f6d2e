import { type KubeObject, valueAt } from "../kube-object";
import { listAt } from "./object-readers";
import { containersOf, type PodTemplate, podTemplates } from "./pod-templates";

/** Redis' units of memory: the ones with a b are powers of 1,024. Source: redis.conf of 7.2, introduction. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: 1e3,
  kb: 2 ** 10,
  m: 1e6,
  mb: 2 ** 20,
  g: 1e9,
  gb: 2 ** 30,
};

/** A container that runs redis-server with a redis.conf among the objects. */
export interface RedisServer {
  readonly template: PodTemplate;
  readonly container: unknown;
  readonly containerPath: readonly (string | number)[];
  /** Bytes; undefined where the configuration sets no limit. */
  readonly maxmemory: number | undefined;
  /** Whether the server forks to write snapshots or to rewrite its append-only file. */
  readonly persistent: boolean;
  /** What the server takes for a directive: the last value on its command line, or else in its redis.conf. */
  readonly setting: (directive: string) => string | undefined;
}

/** The Redis servers of a rendering, with what their configuration says. */
export function redisServers(objects: readonly KubeObject[]): readonly RedisServer[] {
  return podTemplates(objects).flatMap((template) => {
    const config = configuration(template, objects);
    if (config === undefined) return [];
    return containersOf(template)
      .filter(({ container }) => runsRedis(container))
      .map(({ path, container }) => {
        const setting = (name: string) => argument(container, name) ?? directive(config, name);
        return {
          template,
          container,
          containerPath: path,
          maxmemory: bytes(setting("maxmemory")),
          // Without a line of its own Redis takes snapshots.
          persistent: setting("save") !== '""' || setting("appendonly") === "yes",
          setting,
        };
      });
  });
}

function runsRedis(container: unknown): boolean {
  return wordsOf(container).some((word) => /(^|\/)redis-server$/.test(word));
}

function wordsOf(container: unknown): readonly string[] {
  const words = [valueAt(container, ["command"]), valueAt(container, ["args"])].flat();
  return words.filter((word) => typeof word === "string");
}

/** The last value of a directive on the command line, which counts before the file. Source: Redis 7.2, server.c (loadServerConfig, options). */
function argument(container: unknown, name: string): string | undefined {
  const words = wordsOf(container);
  const at = words.lastIndexOf(`--${name}`);
  if (at === -1) return undefined;
  const end = words.findIndex((word, index) => index > at && word.startsWith("--"));
  const value = words.slice(at + 1, end === -1 ? undefined : end).join(" ");
  // An empty argument is what the file writes as "".
  return value === "" ? '""' : value;
}

/** The redis.conf of a ConfigMap that the pods mount. */
function configuration(template: PodTemplate, objects: readonly KubeObject[]): string | undefined {
  const names = listAt(template.spec, ["volumes"]).map((volume) => valueAt(volume, ["configMap", "name"]));
  const { namespace } = template.object.metadata;
  const configMaps = objects.filter(
    ({ kind, metadata }) => kind === "ConfigMap" && metadata.namespace === namespace && names.includes(metadata.name),
  );
  return configMaps.map((map) => valueAt(map, ["data", "redis.conf"])).find((text) => typeof text === "string");
}

/** The last value of a directive, as Redis takes it. */
function directive(config: string, name: string): string | undefined {
  const lines = config.split("\n").map((line) => line.trim());
  return lines
    .findLast((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1)
    .trim();
}

function bytes(size: string | undefined): number | undefined {
  const [, amount, unit = ""] = /^(\d+)([a-z]*)$/i.exec(size ?? "") ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return amount === undefined || factor === undefined || Number(amount) === 0 ? undefined : Number(amount) * factor;
}
