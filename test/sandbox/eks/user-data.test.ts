import { encodeUserData, kubeletFlags, nodeadmUserData } from "../../../sandbox/eks/user-data";

const cluster = {
  name: "shop",
  apiServerEndpoint: "https://0A1B.gr7.eu-west-1.eks.amazonaws.com",
  certificateAuthority: "LS0t".repeat(40),
  serviceCidr: "172.20.0.0/16",
};
const HEADER = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="BOUNDARY"\n\n';
const CLUSTER_PART = `--BOUNDARY
Content-Type: application/node.eks.aws

---
apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  cluster:
    name: shop
    apiServerEndpoint: https://0A1B.gr7.eu-west-1.eks.amazonaws.com
    certificateAuthority: ${"LS0t".repeat(40)}
    cidr: 172.20.0.0/16

`;

test("without options it is one NodeConfig that names the cluster", () => {
  expect(nodeadmUserData(cluster, {})).toBe(`${HEADER}${CLUSTER_PART}--BOUNDARY--\n`);
});

test("kubelet flags, extra parts and the script follow in this order", () => {
  const userData = nodeadmUserData(cluster, {
    labels: { pool: "kafka" },
    nodeadmExtraOptions: [{ contentType: "application/node.eks.aws", content: "---\nkind: NodeConfig\n" }],
    extraUserData: "#!/bin/bash\ntrue",
  });
  expect(userData).toBe(`${HEADER}${CLUSTER_PART}--BOUNDARY
Content-Type: application/node.eks.aws

---
apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  kubelet:
    flags:
      - --node-labels=pool=kafka

--BOUNDARY
Content-Type: application/node.eks.aws

---
kind: NodeConfig

--BOUNDARY
Content-Type: text/x-shellscript; charset="us-ascii"

#!/bin/bash
true
--BOUNDARY--
`);
});

test("an override takes the place of everything", () => {
  expect(nodeadmUserData(cluster, { userDataOverride: "#!/bin/sh", labels: { a: "b" } })).toBe("#!/bin/sh");
});

test("flags are the given arguments, then labels, then taints; a taint without a value is a bare key", () => {
  expect(
    kubeletFlags({
      kubeletExtraArgs: "--max-pods=58 --v=2",
      labels: { a: "1", "b.io/c": "2" },
      taints: { dedicated: { value: "kafka", effect: "NoSchedule" }, spot: { value: "", effect: "NoExecute" } },
    }),
  ).toEqual([
    "--max-pods=58",
    "--v=2",
    "--node-labels=a=1,b.io/c=2",
    "--register-with-taints=dedicated=kafka:NoSchedule,spot:NoExecute",
  ]);
  expect(kubeletFlags({ labels: {}, taints: {} })).toEqual([]);
});

test("a launch template gets base64", () => {
  expect(encodeUserData("#!/bin/sh é")).toBe("IyEvYmluL3NoIMOp");
});
