import { requireSameObjects } from "../../bench/same-objects";
import type { KubeObject } from "../../charts/kube-object";

const role: KubeObject = {
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "Role",
  metadata: { name: "reader", namespace: "team" },
  rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }],
};
const map: KubeObject = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "m" }, data: { on: "yes" } };

const ROLE = `kind: Role
apiVersion: rbac.authorization.k8s.io/v1
metadata: { namespace: team, name: reader }
rules:
  - { apiGroups: [""], resources: [pods], verbs: [get, list] }
`;
const MAP = `apiVersion: v1
kind: ConfigMap
metadata: { name: m }
data: { "on": "yes" }
`;
const judge = (printed: string) => () => requireSameObjects("peer", printed, [map, role]);

test("the same objects pass, in any order of objects and keys and with comments and empty documents around them", () => {
  expect(judge(`# Source: chart\n---\n---\n${ROLE}---\n${MAP}`)).not.toThrow();
});

test("a key without a value is no key", () => {
  expect(() => requireSameObjects("peer", MAP, [{ ...map, immutable: undefined }])).not.toThrow();
});

test("an object that is missing is named", () => {
  expect(judge(MAP)).toThrow("peer doesn't print rbac.authorization.k8s.io/Role team/reader.");
  expect(judge("")).toThrow("peer doesn't print ConfigMap m.");
});

test("an object that nobody asked for is named", () => {
  expect(judge(`${ROLE}---\n${MAP}---\n${MAP.replace("name: m", "name: more")}`)).toThrow(
    "peer prints ConfigMap more, which no chart renders.",
  );
});

test.each([
  ["a list in another order", ROLE.replace("get, list", "list, get")],
  ["a value of another type", ROLE.replace('apiGroups: [""]', "apiGroups: [0]")],
  ["a key more", `${ROLE}extra: 1\n`],
])("%s is another object", (_, printed) => {
  expect(judge(`${printed}---\n${MAP}`)).toThrow(
    "peer prints another rbac.authorization.k8s.io/Role team/reader than the charts render.",
  );
});
