import { peerAuthenticationPolicies } from "../../../charts/checks/peer-authentications";
import { type KubeObject, pathText } from "../../../charts/kube-object";
import { namespace, platform } from "./istio-fixture";

const policy = (space: string | undefined, spec: object, name = "default"): KubeObject => ({
  apiVersion: "security.istio.io/v1",
  kind: "PeerAuthentication",
  metadata: { name, ...(space === undefined ? {} : { namespace: space }) },
  spec,
});
const mode = (name: string) => ({ mtls: { mode: name } });
const found = (...policies: KubeObject[]) =>
  peerAuthenticationPolicies
    .find({ objects: [namespace("shop"), namespace("legacy-integrations"), ...policies], platform })
    .map(({ path, message }) => `${pathText(path)}: ${message}`);

describe("check peer-authentications", () => {
  it.each([
    ["a strict policy", [policy("shop", mode("STRICT"))]],
    ["one that takes plaintext where the stack file says so", [policy("legacy-integrations", mode("PERMISSIVE"))]],
    ["one of Kubernetes' own namespaces", [policy("kube-system", mode("STRICT"))]],
    [
      "a second one for some pods",
      [policy("shop", mode("STRICT")), policy("shop", { ...mode("STRICT"), selector: { matchLabels: {} } }, "some")],
    ],
  ])("holds for %s", (_, policies) => {
    expect(found(...policies)).toEqual([]);
  });

  it.each([
    [
      "a mode in lower case",
      [policy("shop", mode("strict"))],
      "spec.mtls.mode: mode is strict; one of STRICT, PERMISSIVE, DISABLE",
    ],
    ["no mode", [policy("shop", {})], "spec.mtls.mode: mode is missing"],
    [
      "plaintext elsewhere",
      [policy("shop", mode("PERMISSIVE"))],
      "spec.mtls.mode: PERMISSIVE admits plaintext; only legacy-integrations, vendor-webhooks may",
    ],
    ["mutual TLS turned off", [policy("shop", mode("DISABLE"))], "DISABLE admits plaintext"],
    [
      "plaintext on a port",
      [policy("shop", { ...mode("STRICT"), portLevelMtls: { 8080: { mode: "PERMISSIVE" } } })],
      "spec.portLevelMtls.8080.mode: PERMISSIVE admits plaintext",
    ],
    [
      "a second one for all pods",
      [policy("shop", mode("STRICT")), policy("shop", mode("STRICT"), "second")],
      "spec: the second policy for the whole namespace, after default",
    ],
    [
      "a namespace that nothing makes",
      [policy("shops", mode("STRICT"))],
      "metadata.namespace: no chart makes namespace shops",
    ],
    ["no namespace", [policy(undefined, mode("STRICT"))], "no chart makes namespace (none)"],
  ])("finds %s", (_, policies, message) => {
    expect(found(...policies)).toEqual([expect.stringContaining(message)]);
  });
});
