import { releaseSecrets } from "../../../../policies/rules/workloads/release-secrets";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const SAYS = `${RELEASE} grafana: values`;

describeRule(releaseSecrets, {
  good: () => ({
    resources: [
      resource(RELEASE, "grafana", {
        values: {
          admin: { existingSecret: "grafana-admin", passwordKey: "password" },
          credentials: { useSecret: false },
        },
      }),
    ],
  }),
  holds: [
    ["another value that is known later", (things) => Object.assign(inputsIn(things).values, { host: "[unknown]" })],
    [
      "a variable that the chart fills in",
      (things) => Object.assign(inputsIn(things).values, { password: "$__env{P}" }),
    ],
  ],
  breaks: [
    [
      "a password",
      (things) => Object.assign(inputsIn(things).values, { adminPassword: "hunter2" }),
      [`${SAYS}.adminPassword: is written out; it has to come from a Secret`],
    ],
    [
      "a password in a file of its own",
      (things) => Object.assign(inputsIn(things).values, { config: "[smtp]\nuser = web\npassword = hunter2" }),
      [`${SAYS}.config: writes password out in line 3`],
    ],
    [
      "an address with a password in a list",
      (things) => Object.assign(inputsIn(things).values, { remotes: ["https://web:hunter2@metrics.test"] }),
      [`${SAYS}.remotes[0]: holds an address with a password; it has to come from a Secret`],
    ],
  ],
  unreadable: [
    [
      "a token that Pulumi keeps secret",
      (things) => Object.assign(inputsIn(things).values, { apiToken: "[secret]" }),
      [`${SAYS}.apiToken is secret`],
    ],
  ],
});
