import { registrationIn } from "../../policies/node-user-data";
import { userDataWith } from "./node-fixture";

const NOTHING = { labels: {}, taints: [] };

function base64(...lines: readonly string[]): string {
  return Buffer.from(lines.join("\n"), "utf8").toString("base64");
}

test("labels and taints of flags add up", () => {
  const userData = userDataWith(
    "--node-labels=a=1,b=2",
    "--max-pods=58",
    "--node-labels=example.com/c=",
    "--register-with-taints=dedicated=kafka:NoSchedule,soft:PreferNoSchedule",
  );
  expect(registrationIn(userData)).toEqual({
    labels: { a: "1", b: "2", "example.com/c": "" },
    taints: [
      { key: "dedicated", value: "kafka", effect: "NoSchedule" },
      { key: "soft", value: "", effect: "PreferNoSchedule" },
    ],
  });
});

test("taints of the kubelet's configuration count, and NodeConfigs of several parts", () => {
  const config = (...lines: readonly string[]) => [
    "Content-Type: application/node.eks.aws",
    "",
    "kind: NodeConfig",
    ...lines,
  ];
  const userData = base64(
    'Content-Type: multipart/mixed; boundary="//"',
    "",
    "--//",
    ...config("spec: { kubelet: { config: { registerWithTaints: [{ key: spot, effect: NoExecute }] } } }"),
    "--//",
    ...config("spec: { kubelet: { flags: [--node-labels=a=1] } }"),
    "--//--",
  );
  expect(registrationIn(userData)).toEqual({
    labels: { a: "1" },
    taints: [{ key: "spot", value: "", effect: "NoExecute" }],
  });
});

test("a NodeConfig may be the whole user data", () => {
  const userData = base64("kind: NodeConfig", "spec: { kubelet: { flags: [--node-labels=a=1] } }");
  expect(registrationIn(userData)).toEqual({ labels: { a: "1" }, taints: [] });
});

test("scripts say nothing, even where they mention flags", () => {
  const script = ["Content-Type: text/x-shellscript", "", "echo --node-labels=a=1", "kind: NodeConfig"];
  const mime = base64("Content-Type: multipart/mixed; boundary=E", "", "--E", ...script, "--E--");
  expect(registrationIn(mime)).toEqual(NOTHING);
  expect(registrationIn(base64("#!/bin/bash", "echo --node-labels=a=1"))).toEqual(NOTHING);
});

test("what can't be read says nothing", () => {
  expect(registrationIn("")).toEqual(NOTHING);
  expect(registrationIn(base64("kind: NodeConfig", "spec: {"))).toEqual(NOTHING);
});
