import { secretValues } from "../../../../policies/rules/workloads/secret-values";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, deployment } from "./workload-objects";

/** Put together here, so that no scanner takes this file for a leak. */
const KEY_ID = `AKIA${"Z".repeat(16)}`;
const PRIVATE_KEY = `-----BEGIN EC ${"PRIVATE KEY"}-----\nMHc...`;

const configMap = () => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "settings", namespace: "shop" },
  data: {
    "app.properties": `# password: see the Secret\ntoken_file=/run/token\nssl.password=\${file:/run/keys:password}\n`,
    "routes.yml": "credentials_file: /etc/receivers/key\ntoken: |\n",
  },
});
const secret = () => ({ apiVersion: "v1", kind: "Secret", metadata: { name: "keys", namespace: "shop" } });
const web = () => {
  const found = deployment();
  found.spec.template.spec.containers[0].env = [
    { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "keys", key: "password" } } },
    { name: "DB_PASSWORD_FILE", value: "/run/keys/password" },
    { name: "ALLOW_EMPTY_PASSWORD", value: "false" },
  ];
  found.spec.template.spec.containers[0].args = ["--password=$(DB_PASSWORD)", "--token", "--url=https://web.test/a"];
  return found;
};
const settingsIn = (things: Parameters<typeof objectNamed>[0]) => objectNamed(things, "settings").data;
const SETTINGS = "ConfigMap shop/settings: data";
const FROM_SECRET = "it has to come from a Secret";

describeRule(secretValues, {
  good: () => ({ objects: [web(), configMap(), secret()] }),
  breaks: [
    [
      "a Secret with data",
      (things) => Object.assign(objectNamed(things, "keys"), { data: { password: "aHVudGVyMg==" } }),
      ["Secret shop/keys: data: holds a value for password; only a controller may write one"],
    ],
    [
      "a Secret whose text the plan hides",
      (things) => Object.assign(objectNamed(things, "keys"), { stringData: "[secret]" }),
      ["Secret shop/keys: stringData: holds values; only a controller may write one"],
    ],
    [
      "a variable",
      (things) => containerIn(things).env.push({ name: "API_KEY", value: "hunter2" }),
      [`${CONTAINER}.env[3].value: writes API_KEY out; ${FROM_SECRET}`],
    ],
    [
      "a flag in one word",
      (things) => Object.assign(containerIn(things), { args: ["--client-secret=hunter2"] }),
      [`${CONTAINER}.args[0]: writes client-secret out; ${FROM_SECRET}`],
    ],
    [
      "a flag in two words",
      (things) => Object.assign(containerIn(things), { args: ["--password", "hunter2"] }),
      [`${CONTAINER}.args[0]: writes password out; ${FROM_SECRET}`],
    ],
    [
      "a script",
      (things) =>
        Object.assign(containerIn(things), {
          command: ["/bin/sh", "-c", "set -e\nexport PGUSER=web\nexport DB_TOKEN=hunter2"],
        }),
      [`${CONTAINER}.command[2]: writes DB_TOKEN out in line 3; ${FROM_SECRET}`],
    ],
    [
      "an address with a password",
      (things) => containerIn(things).env.push({ name: "DATABASE_URL", value: "postgres://web:hunter2@db.test/web" }),
      [`${CONTAINER}.env[3].value: holds an address with a password; ${FROM_SECRET}`],
    ],
    [
      "a key of a ConfigMap",
      (things) => Object.assign(settingsIn(things), { clientSecret: "hunter2" }),
      [`${SETTINGS}.clientSecret: writes clientSecret out; ${FROM_SECRET}`],
    ],
    [
      "a line of a file in one",
      (things) => Object.assign(settingsIn(things), { "a.yml": 'user: web\n"auth.token": "hunter2"' }),
      [`${SETTINGS}["a.yml"]: writes auth.token out in line 2; ${FROM_SECRET}`],
    ],
    [
      "a private key",
      (things) => Object.assign(settingsIn(things), { "tls.pem": PRIVATE_KEY }),
      [`${SETTINGS}["tls.pem"]: holds a private key; ${FROM_SECRET}`],
    ],
    [
      "the key of a user of AWS",
      (things) => Object.assign(settingsIn(things), { profile: `[default] ${KEY_ID}` }),
      [`${SETTINGS}.profile: holds the id of an AWS access key; ${FROM_SECRET}`],
    ],
  ],
});
