import { parse } from "yaml";
import { nodeClassObject } from "../../../infra/karpenter/node-class";
import { crdCheck } from "../../crds/crd-schema";
import { KARPENTER_CRDS } from "../../crds/pins";
import { requireCrd } from "../../crds/require-crd";
import { prodPlatform, prodWith } from "../prod-platform";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const nodeClass = nodeClassObject(prodPlatform(), KEY);
const DISCOVERED = [{ tags: { "karpenter.sh/discovery": "prod-us-east-1" } }];

test("the documented node class with the stack's key and the team's tag", () => {
  const { userData, ...spec } = nodeClass.spec;
  expect({ ...nodeClass, spec }).toEqual({
    apiVersion: "karpenter.k8s.aws/v1beta1",
    kind: "EC2NodeClass",
    metadata: { name: "default" },
    spec: {
      amiFamily: "AL2023",
      subnetSelectorTerms: DISCOVERED,
      securityGroupSelectorTerms: DISCOVERED,
      instanceProfile: "KarpenterNodeInstanceProfile-prod-us-east-1",
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            volumeSize: "200Gi",
            volumeType: "gp3",
            iops: 3000,
            throughput: 125,
            encrypted: true,
            kmsKeyID: KEY,
            deleteOnTermination: true,
          },
        },
      ],
      tags: {
        Name: "karpenter-prod-us-east-1",
        environment: "production",
        team: "platform-infra",
        stack: "prod",
        "managed-by": "pulumi",
      },
      metadataOptions: {
        httpEndpoint: "enabled",
        httpProtocolIPv6: "disabled",
        httpPutResponseHopLimit: 2,
        httpTokens: "required",
      },
    },
  });
});

test("user data is a NodeConfig with the one kubelet setting that v1beta1 lacks", () => {
  expect(parse(nodeClass.spec.userData)).toEqual({
    apiVersion: "node.eks.aws/v1alpha1",
    kind: "NodeConfig",
    spec: { kubelet: { config: { imageMinimumGCAge: "2m" } } },
  });
  const older = prodWith((input) => {
    input.kubelet.imageGc.minimumAge = "1h";
  });
  expect(parse(nodeClassObject(older, KEY).spec.userData).spec.kubelet.config).toEqual({ imageMinimumGCAge: "1h" });
});

describe("Karpenter 0.37.0's definition", () => {
  let check: (object: unknown) => string[];
  beforeAll(async () => {
    check = crdCheck(await requireCrd(KARPENTER_CRDS.EC2NodeClass), "v1beta1");
  });

  test("admits the node class", () => {
    expect(check(nodeClass)).toEqual([]);
  });

  test("refuses the documented spelling of the key", () => {
    const [mapping] = nodeClass.spec.blockDeviceMappings;
    const { kmsKeyID, ...ebs } = mapping?.ebs ?? {};
    const misspelt = [{ ...mapping, ebs: { ...ebs, kmsKeyId: kmsKeyID } }];
    expect(check({ ...nodeClass, spec: { ...nodeClass.spec, blockDeviceMappings: misspelt } })).toEqual([
      "/spec/blockDeviceMappings/0/ebs must NOT have additional properties: kmsKeyId",
    ]);
  });

  test("refuses the documented image alias", () => {
    const amiSelectorTerms = [{ alias: "al2023@latest" }];
    expect(check({ ...nodeClass, spec: { ...nodeClass.spec, amiSelectorTerms } })).toEqual([
      "/spec/amiSelectorTerms/0 must NOT have additional properties: alias",
    ]);
  });
});

describe("the CEL rules of EC2NodeClass", () => {
  test("exactly one of role and instanceProfile", () => {
    expect(Object.keys(nodeClass.spec).filter((key) => ["role", "instanceProfile"].includes(key))).toEqual([
      "instanceProfile",
    ]);
  });

  test("no tag that Karpenter sets itself", () => {
    expect(Object.keys(nodeClass.spec.tags).filter((key) => key.includes("/"))).toEqual([]);
  });

  test("no empty selector", () => {
    for (const terms of [nodeClass.spec.subnetSelectorTerms, nodeClass.spec.securityGroupSelectorTerms]) {
      expect(terms.map(({ tags }) => Object.values(tags))).toEqual([["prod-us-east-1"]]);
    }
  });
});
