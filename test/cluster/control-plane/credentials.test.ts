import { createPrivateKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kubeconfig, writeCredentials } from "./credentials";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "credentials-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("one user, of the group that may do everything, with a token of its own", () => {
  const { token, tokenFile } = writeCredentials(folder);
  expect(token).toMatch(/^[0-9a-f]{48}$/);
  expect(readFileSync(tokenFile, "utf8")).toBe(`${token},administrator,administrator,"system:masters"\n`);
  expect(writeCredentials(folder).token).not.toBe(token);
});

test("nobody but the owner reads the files", () => {
  const { tokenFile, serviceAccountKeyFile } = writeCredentials(folder);
  expect([tokenFile, serviceAccountKeyFile].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
});

test("service accounts' tokens are signed with an elliptic curve that Kubernetes accepts", () => {
  const key = createPrivateKey(readFileSync(writeCredentials(folder).serviceAccountKeyFile));
  expect(key.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
});

test("the kubeconfig's current context leads to the server", () => {
  expect(JSON.parse(kubeconfig("https://127.0.0.1:1", "PEM", "secret"))).toEqual({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name: "control-plane",
        cluster: { server: "https://127.0.0.1:1", "certificate-authority-data": Buffer.from("PEM").toString("base64") },
      },
    ],
    users: [{ name: "administrator", user: { token: "secret" } }],
    contexts: [{ name: "control-plane", context: { cluster: "control-plane", user: "administrator" } }],
    "current-context": "control-plane",
  });
});
