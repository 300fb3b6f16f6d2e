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
      testPathIgnorePatterns: ["/node_modules/", "\\.engine\\.test\\.ts$"],
    }),
    // The real Pulumi engine against the sandbox cloud.
    project("engine", ["<rootDir>/test/**/*.engine.test.ts"]),
  ],
  testTimeout: 120_000,
  // Jest leaves one core idle by default; of two, that is half the machine.
  maxWorkers: "100%",
};
