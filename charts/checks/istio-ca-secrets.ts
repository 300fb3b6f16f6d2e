import { CA_SECRET, SELF_SIGNED_CA_SECRET } from "../../config/reference/istio";
import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { istioOperators } from "./istio-components";

/** What a writer of the CA's Secret may be allowed. */
const ALLOWED: readonly string[] = ["get", "update", "patch"];
const WRITES: readonly string[] = ["create", "update", "patch", "delete", "deletecollection", "*"];

/** Judges Roles that may write Secrets of the mesh's namespace, and Secrets that have the names of the CA's. */
export const istioCaSecrets: ManifestCheck = {
  title: "Who may write the CA of the mesh writes the Secret that istiod reads, and no other; no rendering holds it",
  severity: "critical",
  why: "Who writes the CA's Secret is trusted by every workload; who may write more than that, or makes Secrets, can become anyone in its namespace.",
  remediation: `Name ${CA_SECRET} alone in resourceNames of the Role, with the verbs ${ALLOWED.join(", ")}, and keep the Secret out of the rendering.`,
  source:
    "Istio 1.22.4, pilot/pkg/bootstrap/istio_ca.go; kubernetes.io, Using RBAC Authorization (resourceNames); compatibility page, I9",
  link: "https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/",
  find: ({ objects }) => [
    ...objects.flatMap((object) => renderedSecret(object, objects)),
    ...objects
      .filter(({ kind }) => kind === "Role" || kind === "ClusterRole")
      .flatMap((role) => writers(role, meshNamespaces(objects))),
  ],
};

function meshNamespaces(objects: Manifests["objects"]): readonly (string | undefined)[] {
  return istioOperators(objects).map(({ metadata }) => metadata.namespace);
}

function renderedSecret(object: KubeObject, objects: Manifests["objects"]): readonly ManifestFinding[] {
  const { kind, metadata } = object;
  const isCa =
    kind === "Secret" &&
    [CA_SECRET, SELF_SIGNED_CA_SECRET].includes(metadata.name) &&
    meshNamespaces(objects).includes(metadata.namespace);
  const message =
    "the key of the CA would be kept wherever this object is: in a rendering, in the state of what applies it";
  return isCa ? [{ object: referenceOf(object), path: ["metadata", "name"], message }] : [];
}

function writers(role: KubeObject, namespaces: readonly (string | undefined)[]): readonly ManifestFinding[] {
  const rules = valueAt(role, ["rules"]);
  return (Array.isArray(rules) ? rules : []).flatMap((rule, index): readonly ManifestFinding[] => {
    const texts = (key: string): readonly string[] => {
      const list = valueAt(rule, [key]);
      return Array.isArray(list) ? list.map(String) : [];
    };
    const verbs = texts("verbs");
    const names = texts("resourceNames");
    const onSecrets = texts("resources").some((resource) => resource === "secrets" || resource === "*");
    if (!onSecrets || !verbs.some((verb) => WRITES.includes(verb))) return [];
    const found = (key: string, message: string): ManifestFinding => ({
      object: referenceOf(role),
      path: ["rules", index, key],
      message,
    });
    if (names.includes(SELF_SIGNED_CA_SECRET)) {
      return [
        found("resourceNames", `${SELF_SIGNED_CA_SECRET} holds the CA that istiod signs itself; it reads ${CA_SECRET}`),
      ];
    }
    const inMesh = namespaces.includes(role.metadata.namespace);
    if (!names.includes(CA_SECRET) && !(inMesh && names.length === 0)) return [];
    const excess = verbs.filter((verb) => !ALLOWED.includes(verb));
    const others = names.filter((name) => name !== CA_SECRET);
    return [
      ...(names.length === 0
        ? [found("resourceNames", `every Secret may be written; ${CA_SECRET} is the only one`)]
        : []),
      ...(others.length > 0 ? [found("resourceNames", `${others.join(", ")} may be written beside ${CA_SECRET}`)] : []),
      ...(excess.length > 0
        ? [found("verbs", `${excess.join(", ")}; ${ALLOWED.join(", ")} are enough for one that exists`)]
        : []),
    ];
  });
}
