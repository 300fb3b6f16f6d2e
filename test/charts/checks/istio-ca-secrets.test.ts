import { istioCaSecrets } from "../../../charts/checks/istio-ca-secrets";
import { type KubeObject, pathText } from "../../../charts/kube-object";
import { operator, platform } from "./istio-fixture";

const GOOD = { apiGroups: [""], resources: ["secrets"], resourceNames: ["cacerts"], verbs: ["get", "update", "patch"] };

const role = (rule: object, namespace = "mesh"): KubeObject => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "Role",
  metadata: { name: "writer", namespace },
  rules: [rule],
});
const secret = (name: string, namespace: string): KubeObject => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace },
});
const found = (object: KubeObject) =>
  istioCaSecrets
    .find({ objects: [operator({}), object], platform })
    .map(({ path, message }) => `${pathText(path)}: ${message}`);

describe("check istio-ca-secrets", () => {
  it.each([
    ["who may write cacerts and nothing else", role(GOOD)],
    ["who may read Secrets", role({ ...GOOD, resourceNames: [], verbs: ["get", "list"] })],
    ["who may write a Secret of another name", role({ ...GOOD, resourceNames: ["kiali"] })],
    ["who may write every Secret elsewhere", role({ ...GOOD, resourceNames: [], verbs: ["create"] }, "shop")],
    ["who may write something else", role({ ...GOOD, resources: ["configmaps"], resourceNames: [] })],
    ["a Secret of that name elsewhere", secret("cacerts", "shop")],
    ["another Secret of the mesh", secret("kiali", "mesh")],
  ])("holds for %s", (_, object) => {
    expect(found(object)).toEqual([]);
  });

  it.each([
    [
      "the Secret that istiod keeps for itself",
      role({ ...GOOD, resourceNames: ["istio-ca-secret"] }),
      "rules[0].resourceNames: istio-ca-secret holds the CA that istiod signs itself; it reads cacerts",
    ],
    [
      "a second Secret",
      role({ ...GOOD, resourceNames: ["cacerts", "kiali"] }),
      "rules[0].resourceNames: kiali may be written beside cacerts",
    ],
    [
      "every Secret of the mesh",
      role({ ...GOOD, resourceNames: undefined }),
      "rules[0].resourceNames: every Secret may be written",
    ],
    ["every resource of the mesh", role({ resources: ["*"], verbs: ["update"] }), "every Secret may be written"],
    [
      "more than writing",
      role({ ...GOOD, verbs: ["get", "update", "delete", "create"] }),
      "rules[0].verbs: delete, create;",
    ],
    ["the CA as an object", secret("cacerts", "mesh"), "metadata.name: the key of the CA would be kept"],
    ["istiod's own CA as an object", secret("istio-ca-secret", "mesh"), "the key of the CA would be kept"],
  ])("finds %s", (_, object, message) => {
    expect(found(object)).toEqual([expect.stringContaining(message)]);
  });
});
