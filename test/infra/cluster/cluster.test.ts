import * as pulumi from "@pulumi/pulumi";
import { vpcCniConfiguration } from "../../../infra/cluster/add-on-configuration";
import { issuerOf } from "../../../infra/cluster/cluster";
import { CONTROL_PLANE, clusterOutputs, fixture } from "../cluster-fixture";
import { prodPlatform, prodWith } from "../prod-platform";
import { type RecordedGraph, recordGraph } from "../recorded-graph";

const ADDON = "aws:eks/addon:Addon";

describe("the cluster of prod", () => {
  let graph: RecordedGraph;
  let made: ReturnType<typeof fixture>;

  beforeAll(async () => {
    ({ graph, result: made } = await recordGraph(() => fixture(prodPlatform()), clusterOutputs));
  });

  it("is the documented one, private, on the interfaces' own subnets, with all logs and encrypted Secrets", () => {
    const { inputs } = graph.find("eks:index:Cluster", "cluster-eks");
    expect(inputs).toEqual({
      name: "prod-us-east-1",
      version: "1.29",
      vpcId: expect.stringMatching(/-id$/),
      subnetIds: ["us-east-1a", "us-east-1b", "us-east-1c"].map((zone) => expect.stringMatching(`intra.*${zone}`)),
      kubernetesServiceIpAddressRange: "172.20.0.0/16",
      endpointPrivateAccess: true,
      endpointPublicAccess: false,
      authenticationMode: "API",
      serviceRole: expect.anything(),
      encryptionConfigKeyArn: "keys-secrets-arn",
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      upgradePolicy: { supportType: "EXTENDED" },
      deletionProtection: true,
      skipDefaultNodeGroup: true,
      createOidcProvider: false,
      bootstrapSelfManagedAddons: false,
      useDefaultVpcCni: true,
      kubeProxyAddonOptions: expect.objectContaining({ enabled: false }),
      corednsAddonOptions: expect.objectContaining({ enabled: false }),
      nodeSecurityGroupTags: { "karpenter.sh/discovery": "prod-us-east-1" },
    });
  });

  it("acts as a role of its own, which only EKS may take, for this cluster", () => {
    const { inputs } = graph.find("aws:iam/role:Role", "cluster-role");
    expect(inputs.name).toBe("prod-us-east-1-cluster");
    expect(JSON.parse(String(inputs.assumeRolePolicy)).Statement).toEqual([
      {
        Sid: "AllowControlPlane",
        Effect: "Allow",
        Principal: { Service: "eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnEquals: { "aws:SourceArn": "arn:aws:eks:us-east-1:123456789012:cluster/prod-us-east-1" },
        },
      },
    ]);
    expect(graph.find("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "cluster-role-policy").inputs).toEqual({
      role: "prod-us-east-1-cluster",
      policyArn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
    });
    expect(graph.find("eks:index:Cluster", "cluster-eks").dependencies).toContain(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment cluster-role-policy",
    );
  });

  it("comes after its log group, which has retention and a key, and is protected as the audit trail", () => {
    const group = graph.find("aws:cloudwatch/logGroup:LogGroup", "cluster-control-plane-logs");
    expect(group.protect).toBe(true);
    expect(group.inputs).toEqual({
      name: "/aws/eks/prod-us-east-1/cluster",
      retentionInDays: 90,
      kmsKeyId: "keys-logs-arn",
    });
    expect(graph.find("eks:index:Cluster", "cluster-eks").dependencies).toContain(
      "aws:cloudwatch/logGroup:LogGroup cluster-control-plane-logs",
    );
  });

  it("completes the control plane inside the component", () => {
    expect(graph.find("eks:index:Cluster", "cluster-eks")).toMatchObject({ transforms: 1, protect: false });
  });

  it("admits those behind the transit gateway to the private API, and nobody else", () => {
    const rules = graph.all.filter(({ type }) => type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(
      rules.filter(({ inputs }) => inputs.securityGroupId === "sg-control-plane").map(({ inputs }) => inputs),
    ).toEqual([
      {
        securityGroupId: "sg-control-plane",
        cidrIpv4: "10.0.0.0/11",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "Kubernetes API from behind the transit gateway",
      },
    ]);
  });

  it("is administered by the configured role through an access entry", () => {
    const principalArn = "arn:aws:iam::123456789012:role/platform-infra";
    expect(graph.find("aws:eks/accessEntry:AccessEntry", "cluster-administrator-platform-infra").inputs).toEqual({
      clusterName: "prod-us-east-1",
      principalArn,
      type: "STANDARD",
    });
    expect(
      graph.find("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "cluster-administrator-platform-infra")
        .inputs,
    ).toEqual({
      clusterName: "prod-us-east-1",
      principalArn,
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
      accessScope: { type: "cluster" },
    });
  });

  it("gives service accounts an issuer that IAM trusts", async () => {
    expect(graph.find("aws:iam/openIdConnectProvider:OpenIdConnectProvider", "cluster-oidc").inputs).toEqual({
      url: "https://oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF",
      clientIdLists: ["sts.amazonaws.com"],
    });
    expect(await value(made.cluster.oidc.host)).toBe("oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF");
    expect(await value(made.cluster.oidc.arn)).toBe("cluster-oidc-arn");
  });

  it("hands out what others need, the kubeconfig as a secret", async () => {
    expect(made.cluster.name).toBe("prod-us-east-1");
    expect(await value(made.cluster.endpoint)).toBe(CONTROL_PLANE.endpoint);
    expect(await value(made.cluster.certificateAuthority)).toBe("Q0VSVElGSUNBVEU=");
    expect(await value(made.cluster.nodeSecurityGroupId)).toBe("sg-nodes");
    expect(await pulumi.isSecret(made.cluster.kubeconfig)).toBe(true);
  });

  it("talks to the API server only once its administrators may, over routes and rules that outlast the talk", () => {
    const provider = graph.find("pulumi:providers:kubernetes", "cluster-kubernetes");
    expect(provider.inputs).toMatchObject({
      enableServerSideApply: "true",
      enableConfigMapMutable: "true",
      clusterIdentifier: "arn:aws:eks:us-east-1:123456789012:cluster/prod-us-east-1",
    });
    expect(provider.dependencies).toEqual(
      expect.arrayContaining([
        "aws:eks/accessPolicyAssociation:AccessPolicyAssociation cluster-administrator-platform-infra",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule cluster-api-from-10.0.0.0/11",
        "aws:ec2/route:Route network-intra-10.0.0.0/11",
        "aws:ec2/route:Route network-private-us-east-1a-default",
        "aws:ec2/vpcEndpoint:VpcEndpoint network-sts",
      ]),
    );
  });

  it("has the two add-ons that nodes need, at the configured builds, and leaves the others for later", () => {
    expect(graph.names(ADDON)).toEqual(["cluster-kube-proxy", "cluster-vpc-cni"]);
    const pinned = {
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      preserve: true,
    };
    expect(graph.find(ADDON, "cluster-kube-proxy").inputs).toEqual({
      ...pinned,
      clusterName: "prod-us-east-1",
      addonName: "kube-proxy",
      addonVersion: prodPlatform().cluster.managedAddOns?.["kube-proxy"],
    });
    const { configurationValues, ...cni } = graph.find(ADDON, "cluster-vpc-cni").inputs;
    expect(cni).toEqual({
      ...pinned,
      clusterName: "prod-us-east-1",
      addonName: "vpc-cni",
      addonVersion: expect.stringMatching(/^v1\.18\.3-eksbuild\.\d$/),
      serviceAccountRoleArn: "arn:aws:iam::123456789012:role/prod-us-east-1-vpc-cni",
    });
    expect(JSON.parse(String(configurationValues))).toEqual(vpcCniConfiguration());
    expect(graph.find(ADDON, "cluster-vpc-cni").dependencies).toContain(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment cluster-vpc-cni-managed-policy",
    );
  });

  it.each(["us-east-1a", "us-east-1b", "us-east-1c"])("takes pod addresses of %s from its own subnet", (zone) => {
    const eniConfig = graph.find("kubernetes:crd.k8s.amazonaws.com/v1alpha1:ENIConfig", `cluster-pods-${zone}`);
    expect(eniConfig.inputs).toEqual({
      apiVersion: "crd.k8s.amazonaws.com/v1alpha1",
      kind: "ENIConfig",
      metadata: { name: zone },
      spec: { subnet: expect.stringMatching(`pods.*${zone}`), securityGroups: ["sg-nodes"] },
    });
    expect(eniConfig.dependencies).toContain(`${ADDON} cluster-vpc-cni`);
  });

  it("gives vpc-cni AWS's policy through its own service account", () => {
    expect(
      graph.find("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "cluster-vpc-cni-managed-policy").inputs,
    ).toEqual({ role: "prod-us-east-1-vpc-cni", policyArn: "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy" });
    const role = graph.find("aws:iam/role:Role", "cluster-vpc-cni-role").inputs;
    expect(JSON.parse(String(role.assumeRolePolicy)).Statement[0].Condition.StringEquals).toMatchObject({
      "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF:sub": "system:serviceaccount:kube-system:aws-node",
    });
  });

  it("has an encrypted default storage class and the one for local volumes", () => {
    const type = "kubernetes:storage.k8s.io/v1:StorageClass";
    expect(graph.find(type, "cluster-gp3").inputs).toMatchObject({
      metadata: { name: "gp3", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
      provisioner: "ebs.csi.aws.com",
      parameters: { type: "gp3", encrypted: "true", kmsKeyId: "keys-data-arn" },
      volumeBindingMode: "WaitForFirstConsumer",
      allowVolumeExpansion: true,
      reclaimPolicy: "Delete",
    });
    expect(graph.find(type, "cluster-local-nvme").inputs).toMatchObject({
      metadata: { name: "local-nvme" },
      provisioner: "kubernetes.io/no-provisioner",
      volumeBindingMode: "WaitForFirstConsumer",
      reclaimPolicy: "Retain",
    });
  });
});

describe("a cluster elsewhere", () => {
  it("keeps no log group that is in the way of throwing the stack away", async () => {
    const platform = prodWith((input) => {
      input.platform.protectData = false;
    });
    const { graph } = await recordGraph(() => fixture(platform), clusterOutputs);
    expect(graph.find("aws:cloudwatch/logGroup:LogGroup", "cluster-control-plane-logs").protect).toBe(false);
  });

  it("waits for no rule where there is no transit gateway", async () => {
    const platform = prodWith((input) => {
      delete input.network.transitGateway;
    });
    const { graph } = await recordGraph(() => fixture(platform), clusterOutputs);
    const { dependencies } = graph.find("pulumi:providers:kubernetes", "cluster-kubernetes");
    expect(dependencies.filter((one) => one.includes("api-from"))).toEqual([]);
    expect(dependencies).toContain(
      "aws:eks/accessPolicyAssociation:AccessPolicyAssociation cluster-administrator-platform-infra",
    );
  });

  it("opens its endpoint to the configured blocks only", async () => {
    const platform = prodWith((input) => {
      input.cluster.publicAccessCidrs = ["203.0.113.0/24"];
    });
    const { graph } = await recordGraph(() => fixture(platform), clusterOutputs);
    expect(graph.find("eks:index:Cluster", "cluster-eks").inputs).toMatchObject({
      endpointPrivateAccess: true,
      endpointPublicAccess: true,
      publicAccessCidrs: ["203.0.113.0/24"],
    });
  });
});

describe("the issuer", () => {
  it("is the first one's", () => {
    expect(issuerOf(CONTROL_PLANE.identities)).toBe(CONTROL_PLANE.identities[0]?.oidcs[0]?.issuer);
  });

  it.each([[[]], [[{ oidcs: [] }]]])("is missed where there is none: %j", (identities) => {
    expect(() => issuerOf(identities)).toThrow("has no OIDC issuer");
  });
});

function value<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}
