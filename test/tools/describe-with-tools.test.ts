import { missingTools } from "./describe-with-tools";

const NO_GO = "it needs etcd and kube-apiserver, which Go builds, and there is no Go on the PATH";

test.each([
  ["built, with Go", [], true, undefined],
  ["built, without Go", [], false, undefined],
  ["not built yet", ["etcd", "kube-apiserver"], true, undefined],
  ["neither built nor Go", ["etcd", "kube-apiserver"], false, NO_GO],
])("tools that are %s", (_, unbuilt, hasGo, missing) => {
  expect(missingTools(unbuilt, hasGo)).toBe(missing);
});
