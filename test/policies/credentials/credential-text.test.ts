import {
  assignmentIn,
  credentialIn,
  isWrittenOut,
  namesChartCredential,
  namesCredential,
} from "../../../policies/credentials/credential-text";

it.each([
  "PASSWORD",
  "db_password",
  "clientSecret",
  "API_KEY",
  "apiKey",
  "ssl.keystore.password",
  "AWS_ACCESS_KEY_ID",
  "PGPASSWORD",
  "token",
])("%s names a credential", (name) => {
  expect(namesCredential(name)).toBe(true);
});

it.each(["PASSWORD_FILE", "secretName", "tokenUrl", "SECRET_TTL", "imagePullSecrets", "keyspace", "sasl.mechanism"])(
  "%s names none",
  (name) => {
    expect(namesCredential(name)).toBe(false);
  },
);

it("takes a chart's secret for the name of one", () => {
  expect(namesChartCredential("existingSecret")).toBe(false);
  expect(namesChartCredential("tlsSecret")).toBe(false);
  expect(namesChartCredential("clientSecret")).toBe(true);
  expect(namesChartCredential("adminPassword")).toBe(true);
});

it.each(["", "$(PASSWORD)", `\${env:PASSWORD}`, "{{ .Password }}", "/run/keys/password", "true", "<from the vault>"])(
  "%p is not written out",
  (value) => {
    expect(isWrittenOut(value)).toBe(false);
  },
);

it("knows credentials by their form", () => {
  expect(credentialIn(`-----BEGIN ${"PRIVATE KEY"}-----`)).toBe("a private key");
  expect(credentialIn(`key ASIA${"Q".repeat(16)}.`)).toBe("the id of an AWS access key");
  expect(credentialIn("port 6379\nrequirepass hunter2")).toBe("a password of Redis");
  expect(credentialIn("amqp://guest:guest@queue")).toBe("an address with a password");
  expect(credentialIn(`https://hooks.slack.com/${"services"}/T0/B0/x`)).toBe("the address of a Slack webhook");
});

it.each([
  "-----BEGIN CERTIFICATE-----",
  "https://$USER:$PASSWORD@host",
  "http://host:8080/a@b",
  "arn:aws:iam::1:role/a",
])("%s is none", (text) => {
  expect(credentialIn(text)).toBeUndefined();
});

it.each([
  ["a=1\npassword = x", { line: 2, name: "password" }],
  ["  - token: 'x'", { line: 1, name: "token" }],
  ['{\n  "api_key": "x",\n}', { line: 2, name: "api_key" }],
  ["password=$(cat key)", undefined],
  ["token: |", undefined],
  ["secret:\n  name: a", undefined],
  ["# password: x", undefined],
])("finds what %p writes out", (text, found) => {
  expect(assignmentIn(text)).toEqual(found);
});
