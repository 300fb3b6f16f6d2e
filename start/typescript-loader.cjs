const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { join, resolve } = require("node:path");

/** Transpiled files by the hash of their source. In node_modules, so that a new installation, perhaps of another compiler, starts afresh. */
const CACHE = resolve(__dirname, "../node_modules/.cache/vantage-start");

/** How a file is transpiled: as the tests do it, without looking for a configuration file. Types are checked apart, by `npm run check`. */
const OPTIONS = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
};

/** Makes `require` load TypeScript: a file is transpiled once for each of its contents, and read from the cache ever after. */
function loadTypeScript() {
  /** @type {Map<string, string>} Cache entry of each loaded file. */
  const entries = new Map();
  Module._extensions[".ts"] = (module, file) => {
    const source = readFileSync(file, "utf8");
    const entry = join(
      CACHE,
      createHash("sha256")
        .update(`${JSON.stringify(OPTIONS)}\n${file}\n${source}`)
        .digest("hex"),
    );
    entries.set(file, entry);
    module._compile(cached(`${entry}.js`) ?? transpiled(file, source, entry), file);
  };
  // The SDK shows stack traces by means of this package: errors then point into the TypeScript.
  const sdk = Module.createRequire(require.resolve("@pulumi/pulumi/package.json"));
  sdk("source-map-support").install({
    retrieveSourceMap: (file) => {
      const entry = entries.get(file);
      const map = entry === undefined ? undefined : cached(`${entry}.map`);
      return map === undefined ? null : { url: file, map };
    },
  });
}

function cached(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function transpiled(file, source, entry) {
  const { code, map } = require("@swc/core").transformSync(source, { ...OPTIONS, filename: file });
  mkdirSync(CACHE, { recursive: true });
  // Each file in one move: another program that starts now finds the whole of it or nothing.
  for (const [path, text] of [
    [`${entry}.map`, map],
    [`${entry}.js`, code],
  ]) {
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
  }
  return code;
}

module.exports = { loadTypeScript };
