import { parse } from "yaml";
import { LOCAL_VOLUMES_DIRECTORY, localVolumesScript } from "../../../infra/nodes/local-volumes";
import { type NodeConfig, selfManagedNodeConfig } from "../../../infra/nodes/node-config";
import { encodeUserData, nodeConfigPart, poolUserData, scriptPart } from "../../../infra/nodes/user-data";
import { prodPlatform } from "../prod-platform";

const CONFIG: NodeConfig = {
  apiVersion: "node.eks.aws/v1alpha1",
  kind: "NodeConfig",
  spec: { kubelet: { config: { imageMinimumGCAge: "2m" }, flags: ["--node-labels=a=b", "--max-pods=58"] } },
};

const decode = (text: string) => Buffer.from(text, "base64").toString("utf8");

describe("user data", () => {
  it("is a MIME document with a part for each", () => {
    const text = decode(encodeUserData([scriptPart("#!/bin/bash\ntrue"), nodeConfigPart(CONFIG)]));
    expect(text).toBe(`MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="VANTAGE-NODE"

--VANTAGE-NODE
Content-Type: text/x-shellscript; charset="us-ascii"

#!/bin/bash
true
--VANTAGE-NODE
Content-Type: application/node.eks.aws

apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  kubelet:
    config:
      imageMinimumGCAge: 2m
    flags:
      - --node-labels=a=b
      - --max-pods=58

--VANTAGE-NODE--
`);
  });

  it("of a pool without local volumes is its NodeConfig", () => {
    expect(poolUserData(CONFIG, { localVolumes: false })).toBe(encodeUserData([nodeConfigPart(CONFIG)]));
  });

  it("of a pool with local volumes prepares them first", () => {
    expect(poolUserData(CONFIG, { localVolumes: true })).toBe(
      encodeUserData([scriptPart(localVolumesScript()), nodeConfigPart(CONFIG)]),
    );
    expect(decode(poolUserData(CONFIG, { localVolumes: true }))).toContain(LOCAL_VOLUMES_DIRECTORY);
  });

  it("fits into the 16 KB that EC2 takes, and reads back as it was", () => {
    const platform = prodPlatform();
    const kafka = platform.nodePools["worker-kafka-v2"];
    if (kafka === undefined) throw new Error("no pool worker-kafka-v2");
    const certificateAuthority = "A".repeat(1_500);
    const cluster = { name: "c", apiServerEndpoint: "https://api", certificateAuthority, cidr: "172.20.0.0/16" };
    const config = selfManagedNodeConfig(platform, "worker-kafka-v2", kafka, cluster);
    const text = decode(poolUserData(config, kafka));
    expect(Buffer.byteLength(text)).toBeLessThan(16_384);
    const yaml = text.split("application/node.eks.aws\n\n")[1]?.split("\n--VANTAGE-NODE--")[0] ?? "";
    expect(parse(yaml)).toEqual(config);
  });
});
