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
  ...more,
});

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    // Pure functions and registered inputs: seconds, no tool beside Node.js.
    project("unit", ["<rootDir>/test/**/*.test.ts"], {
      testPathIgnorePatterns: ["/node_modules/", "\\.(engine|cluster|redis|promtool)\\.test\\.ts$"],
    }),
    // The real Pulumi engine against the sandbox cloud.
    project("engine", ["<rootDir>/test/**/*.engine.test.ts"]),
    // Real etcd and kube-apiserver, built from their Go modules.
    project("cluster", ["<rootDir>/test/**/*.cluster.test.ts"]),
    // The real Prometheus engine, and Alertmanager's own check of its configuration.
    project("promtool", ["<rootDir>/test/**/*.promtool.test.ts"]),
    // A real redis-server, from the package that test/redis pins.
    project("redis", ["<rootDir>/test/**/*.redis.test.ts"]),
  ],
  reporters: ["default", "<rootDir>/test/reporter/shown.cjs"],
  testTimeout: 120_000,
  // Jest leaves one core idle by default; of two, that is half the machine.
  maxWorkers: "100%",
};
