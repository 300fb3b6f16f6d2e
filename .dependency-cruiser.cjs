/** The arrows of ARCHITECTURE.md, "Data flow", held by a tool: `npm run check:arrows`. */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "config-reads-nothing-of-ours",
      severity: "error",
      from: { path: "^config/" },
      to: { path: "^(infra|charts|policies|review|sandbox|bench|test)/" },
    },
    {
      name: "infra-does-not-know-who-runs-it",
      severity: "error",
      from: { path: "^infra/" },
      to: { path: "^(policies|review|sandbox|bench|test)/" },
    },
    {
      name: "only-deploy-charts-crosses-to-charts",
      severity: "error",
      from: { path: "^infra/", pathNot: "^infra/deploy-charts\\.ts$" },
      to: { path: "^charts/" },
    },
    {
      // Rules read resources and objects as data, and what the stack file tells them.
      name: "rules-know-data-only",
      severity: "error",
      from: { path: "^policies/", pathNot: "^policies/(cli|crossguard)\\.ts$" },
      to: {
        path: "^(infra|review|sandbox|bench|test)/",
        pathNot: "^sandbox/engine/(shown-values|palette|project|command|user-error)\\.ts$",
      },
    },
    {
      name: "rules-use-charts-readers-and-checks-only",
      severity: "error",
      from: { path: "^policies/" },
      to: { path: "^charts/", pathNot: "^charts/(checks/|kube-object\\.ts$)" },
    },
    {
      name: "charts-know-no-aws",
      severity: "error",
      from: { path: "^charts/" },
      to: { path: "^(infra|policies|review|sandbox|bench|test)/|@pulumi/" },
    },
    {
      // The simulated cloud knows resources as data; only the programs that drive the engine know this platform.
      name: "sandbox-knows-nothing-of-the-platform",
      severity: "error",
      from: { path: "^sandbox/(aws|command|eks|kubernetes|store|server)/" },
      to: { path: "^(config|infra|charts|policies|review)/" },
    },
    {
      name: "nothing-depends-on-review",
      severity: "error",
      from: { pathNot: "^(review|bench|test)/" },
      to: { path: "^review/" },
    },
    {
      // What to expect is read from the stack file and the manifests, what is there from the cluster.
      name: "health-reads-data-only",
      severity: "error",
      from: { path: "^health/" },
      to: {
        path: "^(infra|charts|policies|facts|review|sandbox|bench|test)/",
        pathNot:
          "^(charts/kube-object|policies/manifests|sandbox/engine/(terminal|palette|project|command|user-error))\\.ts$",
      },
    },
    {
      name: "nothing-depends-on-health",
      severity: "error",
      from: { pathNot: "^(health|test)/" },
      to: { path: "^health/" },
    },
    {
      // The last reader of facts, rules, plan and manifests.
      name: "nothing-depends-on-compliance",
      severity: "error",
      from: { pathNot: "^(compliance|test)/" },
      to: { path: "^compliance/" },
    },
    {
      // Versions and rendered objects are all that an upgrade is planned from.
      name: "upgrades-know-data-only",
      severity: "error",
      from: { path: "^upgrade/" },
      to: {
        path: "^(infra|policies|facts|compliance|health|review|sandbox|bench|test)/",
        pathNot: "^sandbox/(vantage-project|engine/(terminal|palette|project|command|user-error))\\.ts$",
      },
    },
    {
      name: "nothing-depends-on-upgrades",
      severity: "error",
      from: { pathNot: "^(upgrade|test)/" },
      to: { path: "^upgrade/" },
    },
    {
      // Both run tools of the tests, such as those that are built from Go modules.
      name: "nothing-depends-on-tests",
      severity: "error",
      from: { pathNot: "^(test|bench|lab)/" },
      to: { path: "^(test|bench)/" },
    },
    {
      name: "nothing-depends-on-the-lab",
      severity: "error",
      from: { pathNot: "^(lab|test)/" },
      to: { path: "^lab/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
