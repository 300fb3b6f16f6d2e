/** What the engine runs: `pulumi preview --policy-pack policies`. It makes TypeScript loadable, as `Pulumi.yaml` does for the program. */
require("../start/register.cjs");
require("./crossguard.ts");
