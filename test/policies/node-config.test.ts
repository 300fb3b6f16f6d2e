import { gzipSync } from "node:zlib";
import { nodeConfigOf } from "../../policies/node-config";

const encoded = (text: string) => Buffer.from(text).toString("base64");

const NODE_CONFIG = `apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  kubelet:
    config:
      registerWithTaints:
        - { key: a, value: "1", effect: NoExecute }
    flags:
      - --node-labels=pool=disks,tier=data
      - "--register-with-taints=b=2:NoSchedule,c:PreferNoSchedule"
      - --max-pods=58
`;

const MIME = `MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="PART"

--PART
Content-Type: text/x-shellscript; charset="us-ascii"

#!/bin/sh
mkfs -t xfs /dev/nvme1n1

--PART
Content-Type: application/node.eks.aws

${NODE_CONFIG}
--PART--
`;

const REGISTRATION = {
  labels: { pool: "disks", tier: "data" },
  taints: [
    { key: "b", value: "2", effect: "NoSchedule" },
    { key: "c", value: "", effect: "PreferNoSchedule" },
    { key: "a", value: "1", effect: "NoExecute" },
  ],
};

test.each([
  ["a NodeConfig", encoded(NODE_CONFIG)],
  ["a part of a MIME document", encoded(MIME)],
  ["a MIME document with lines as in mail", encoded(MIME.replaceAll("\n", "\r\n"))],
  ["what gzip packed", gzipSync(MIME).toString("base64")],
])("reads labels and taints of %s", (_, userData) => {
  expect(nodeConfigOf(userData)).toEqual(REGISTRATION);
});

test.each([
  [
    "what gzip didn't finish",
    gzipSync(MIME).subarray(0, 30).toString("base64"),
    "begins as gzip does, but can't be unpacked",
  ],
  ["an alias of nothing", encoded("kind: NodeConfig\nspec: *nothing\n"), "has a NodeConfig that is no YAML"],
])("refuses %s", (_, userData, complaint) => {
  expect(() => nodeConfigOf(userData)).toThrow(`userData ${complaint}`);
});

test("reads the arguments of bootstrap.sh", () => {
  const script = `#!/bin/bash\n/etc/eks/bootstrap.sh trial --kubelet-extra-args '--node-labels=pool=a --register-with-taints=x=y:NoSchedule'\n`;
  expect(nodeConfigOf(encoded(script))).toEqual({
    labels: { pool: "a" },
    taints: [{ key: "x", value: "y", effect: "NoSchedule" }],
  });
});

test.each(["", encoded("#!/bin/sh\ntrue\n")])("finds nothing where nothing is said", (userData) => {
  expect(nodeConfigOf(userData)).toEqual({ labels: {}, taints: [] });
});
