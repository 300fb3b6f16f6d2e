/** Transpiles with SWC; types are checked apart, by `npm run check`. */
const transform = {
  "^.+\\.ts$": [
    "@swc/jest",
    { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
  ],
};
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  transform,
  testEnvironment: "node",
  // Copies of the tree that tests make there are no packages of this one.
  modulePathIgnorePatterns: ["<rootDir>/.sandbox/"],
  ...more,
});
/** A project that needs more than Node.js: `test/tools/setup/<name>.ts` gets it before the first test. */
const withTools = (name) =>
  project(name, [`<rootDir>/test/**/*.${name}.test.ts`], { globalSetup: `<rootDir>/test/tools/setup/${name}.ts` });

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    // Pure functions and registered inputs: seconds, no tool beside Node.js.
    project("unit", ["<rootDir>/test/**/*.test.ts"], {
      testPathIgnorePatterns: ["/node_modules/", "\\.(engine|cluster|redis|promtool|browser|lab)\\.test\\.ts$"],
    }),
    // The real Pulumi engine against the sandbox cloud.
    withTools("engine"),
    // Real etcd and kube-apiserver, built from their Go modules.
    withTools("cluster"),
    // The real Prometheus engine, and Alertmanager's own check of its configuration.
    withTools("promtool"),
    // The monitoring of the SRE lab as processes: podinfo, Prometheus and Alertmanager.
    withTools("lab"),
    // A real redis-server, from the package that test/redis pins.
    withTools("redis"),
    // What a person sees and clicks, in a real Chromium.
    withTools("browser"),
  ],
  // What a test file loads stays in its worker, and there are hundreds of files: one that has grown so large is replaced by a new one before Node.js ends it.
  workerIdleMemoryLimit: "1500MB",
  reporters: ["default", "<rootDir>/test/reporter/shown.cjs"],
  testTimeout: 120_000,
  // Jest leaves one core idle by default; of two, that is half the machine.
  maxWorkers: "100%",
};
