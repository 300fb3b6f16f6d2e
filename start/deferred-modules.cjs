const Module = require("node:module");

/**
 * What the SDK loads at its start only for programs that turn functions into text (dynamic providers, Lambda callbacks): the TypeScript compiler and npm's
 * dependency tree. Together they are a third of its loading time.
 */
const DEFERRED = new Set(["../../typescript-shim", "@npmcli/arborist"]);

/** Folder of the SDK whose modules ask for them. */
const SERIALIZER = /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]closure[\\/]/;

/** Puts a stand-in in the place of each of these modules. It loads the module when something of it is used, so a program that does need it runs as before. */
function deferSdkModules() {
  const load = Module._load;
  Module._load = function (request, parent, isMain) {
    const now = () => load.call(this, request, parent, isMain);
    return DEFERRED.has(request) && SERIALIZER.test(parent?.filename ?? "") ? deferred(now) : now();
  };
}

/** @param {() => object} load */
function deferred(load) {
  let module;
  return new Proxy(
    {},
    {
      get: (_target, key) => {
        // Asked by the code that imports the module, which would otherwise copy every member of it.
        if (key === "__esModule") return true;
        module ??= load();
        return module[key];
      },
    },
  );
}

module.exports = { deferSdkModules };
