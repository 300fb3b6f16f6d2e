import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly hasInstallScript?: boolean;
        readonly version?: string;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const lock = JSON.parse(readFileSync(resolve(ROOT, "package-lock.json"), "utf8")) as Lock;
const manifest = JSON.parse(readFileSync(resolve(ROOT, "package.json"), "utf8")) as Record<
  string,
  Record<string, string>
>;

/**
 * Packages that come with an install script. None is run (`ignore-scripts` in .npmrc), because none is needed: each has been looked at, and a
 * new one fails this test until somebody has done the same.
 */
const WITH_INSTALL_SCRIPT = [
  "@parcel/watcher",
  "@pulumi/command",
  "@pulumi/kubernetes",
  "@swc/core",
  "esbuild",
  "protobufjs",
  "unrs-resolver",
];

describe("dependencies", () => {
  it("have exact versions", () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
  });

  it("run no install script", () => {
    expect(readFileSync(resolve(ROOT, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
  });

  it("bring only the install scripts that are named here", () => {
    const found = Object.entries(lock.packages)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
    expect([...new Set(found)].sort()).toEqual(WITH_INSTALL_SCRIPT);
  });

  it("are locked for every platform: a package without its binary for one is refused by `npm ci` of npm 11, and fails there", () => {
    const paths = Object.keys(lock.packages);
    const missing = Object.values(lock.packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });

  it("share one copy of the engine's protocol, whose classes would not recognise each other's messages otherwise", () => {
    const copies = (name: string) => Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
    expect(copies("@pulumi/pulumi")).toHaveLength(1);
    expect(copies("google-protobuf")).toHaveLength(1);
    expect(copies("@grpc/grpc-js")).toHaveLength(1);
  });
});
