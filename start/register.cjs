/**
 * What Node.js loads before the program: `runtime.options.nodeargs` in Pulumi.yaml. It makes TypeScript loadable and takes out of the program's start what the
 * program never uses. docs/performance.md has the figures.
 */
const { enableCompileCache } = require("node:module");
const { deferSdkModules } = require("./deferred-modules.cjs");
const { skipPromiseStacks } = require("./promise-stacks.cjs");
const { loadTypeScript } = require("./typescript-loader.cjs");

// Node.js 22 and newer keep compiled code of all modules; older ones compile anew.
enableCompileCache?.();
loadTypeScript();
deferSdkModules();
skipPromiseStacks();
