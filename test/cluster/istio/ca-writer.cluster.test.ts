import { ISTIO_CA } from "../../../charts/istio/istio-ca";
import type { KubeObject } from "../../../charts/kube-object";
import { deployableRendering } from "../../../charts/synthesize";
import { prodPlatform } from "../../infra/prod-platform";
import { describeWithTools } from "../../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER } from "../../tools/tools";
import type { ApiClient } from "../control-plane/api-client";
import { type ControlPlane, START_TIMEOUT_MILLISECONDS, startControlPlane } from "../control-plane/control-plane";

const MESH = "istio-system";
const AGENT = `system:serviceaccount:${MESH}:vault-k8s-agent`;

/** The agent's identity and permission, as deployed. */
const identity = deployableRendering(prodPlatform())
  .filter(({ chart }) => chart === ISTIO_CA)
  .flatMap(({ objects }) => objects);

const secret = (name: string, more: object = {}, namespace = MESH): KubeObject => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace },
  ...more,
});
/** The keys of document 002, section 6, with nothing of a key in them. */
const CONTENT = {
  data: { "ca-cert.pem": "Yw==", "ca-key.pem": "aw==", "cert-chain.pem": "Yg==", "root-cert.pem": "cg==" },
};

describeWithTools([ETCD, KUBE_APISERVER], "the Vault agent, on kube-apiserver 1.29,", () => {
  let cluster: ControlPlane;
  let agent: ApiClient;

  beforeAll(async () => {
    cluster = await startControlPlane();
    for (const name of [MESH, "shop"]) {
      await cluster.api.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
    }
    for (const object of identity) await cluster.api.apply(object);
    agent = cluster.api.as(AGENT, ["system:serviceaccounts", `system:serviceaccounts:${MESH}`]);
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => cluster?.stop());

  test("does not make the Secret of the intermediate CA", async () => {
    expect(identity.map(({ kind }) => kind)).toEqual(["ServiceAccount", "Role", "RoleBinding"]);
    await expect(agent.apply(secret("cacerts", CONTENT))).rejects.toMatchObject({ code: 403 });
    await expect(agent.create(secret("cacerts", CONTENT))).rejects.toMatchObject({ code: 403 });
  });

  test("fills it once it is there, again and again", async () => {
    await cluster.api.create(secret("cacerts", { type: "Opaque" }));
    const options = { fieldManager: "vault-k8s-agent" };
    await agent.apply(secret("cacerts", CONTENT), options);
    const rotated = { data: { ...CONTENT.data, "ca-cert.pem": "ZA==" } };
    expect(await agent.apply(secret("cacerts", rotated), options)).toMatchObject(rotated);
    expect(await agent.get(secret("cacerts"))).toMatchObject(rotated);
  });

  test("does not change its type, which could make it a token of istiod", async () => {
    const token = secret("cacerts", { type: "kubernetes.io/service-account-token" });
    await expect(agent.apply(token, { force: true })).rejects.toMatchObject({ code: 422 });
  });

  test.each([
    ["writes istiod's own CA", () => agent.apply(secret("istio-ca-secret", CONTENT))],
    ["makes another Secret", () => agent.create(secret("other", CONTENT))],
    ["writes a Secret of that name elsewhere", () => agent.apply(secret("cacerts", CONTENT, "shop"))],
    ["reads another Secret", () => agent.get(secret("istio-ca-secret"))],
    ["lists Secrets", () => agent.list("v1", "Secret", MESH)],
    ["deletes it", () => agent.delete(secret("cacerts"))],
    [
      "writes a ConfigMap",
      () => agent.apply({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "cacerts", namespace: MESH } }),
    ],
  ])("never %s", async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ code: 403, reason: "Forbidden" });
  });
});
