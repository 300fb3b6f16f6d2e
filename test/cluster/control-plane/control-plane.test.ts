import { isPortTaken } from "./control-plane";

// What the two programs say, shortened.
test.each([
  [
    "etcd",
    '{"level":"fatal","msg":"discovery failed","error":"listen tcp 127.0.0.1:1001: bind: address already in use"}',
  ],
  ["kube-apiserver", "failed to listen on 127.0.0.1:1002: listen tcp 127.0.0.1:1002: bind: address already in use"],
])("a port that was taken from %s is worth another attempt", (name, log) => {
  expect(isPortTaken(new Error(`${name} ended before it was ready:\n${log}`))).toBe(true);
});

test("any other failure is not", () => {
  expect(isPortTaken(new Error("kube-apiserver ended before it was ready:\nbad flag"))).toBe(false);
});
