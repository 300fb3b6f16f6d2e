import * as pulumi from "@pulumi/pulumi";
import type { KarpenterPhase } from "../../../config/sections/karpenter";
import { autoscalerPolicy } from "../../../infra/karpenter/autoscaler-policy";
import { autoscalerValues } from "../../../infra/karpenter/autoscaler-values";
import { ClusterAutoscaler } from "../../../infra/karpenter/cluster-autoscaler";
import { prodPlatform, prodWith } from "../prod-platform";
import { recordGraph } from "../recorded-graph";

const ROLE = "arn:aws:iam::123456789012:role/prod-us-east-1-cluster-autoscaler";
const OIDC = { arn: pulumi.output("oidc-arn"), host: pulumi.output("oidc.example/id/0") };

const inPhase = (phase: KarpenterPhase) =>
  prodWith((input) => {
    input.karpenter.phase = phase;
  });

test("the documented waits and threshold, and no pods once decommissioned", () => {
  expect(autoscalerValues(prodPlatform(), ROLE)).toEqual({
    fullnameOverride: "cluster-autoscaler",
    cloudProvider: "aws",
    awsRegion: "us-east-1",
    autoDiscovery: { clusterName: "prod-us-east-1" },
    image: { tag: "v1.28.2" },
    replicaCount: 0,
    rbac: {
      serviceAccount: {
        create: true,
        name: "cluster-autoscaler",
        annotations: { "eks.amazonaws.com/role-arn": ROLE },
      },
    },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            {
              matchExpressions: [{ key: "node.kubernetes.io/pool", operator: "NotIn", values: ["worker-kafka-v2"] }],
            },
          ],
        },
      },
    },
    extraArgs: {
      "scale-down-delay-after-add": "300s",
      "scale-down-unneeded-time": "600s",
      "scale-down-utilization-threshold": 0.5,
    },
    resources: { requests: { cpu: "100m", memory: "600Mi" }, limits: { memory: "600Mi" } },
  });
});

test("one pod in every earlier step", () => {
  const replicas = (["deployed", "25", "50", "75", "full"] as const).map(
    (phase) => autoscalerValues(inPhase(phase), ROLE).replicaCount,
  );
  expect(replicas).toEqual([1, 1, 1, 1, 1]);
});

test("changes the size of this cluster's own groups only", () => {
  const writes = autoscalerPolicy(prodPlatform().aws, "prod-us-east-1").Statement.filter(({ Action }) =>
    Action.some((action) => !/:(Describe|Get)/.test(action)),
  );
  expect(writes).toEqual([
    {
      Sid: "ResizeOwnGroups",
      Effect: "Allow",
      Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
      Resource: ["arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:*:autoScalingGroupName/*"],
      Condition: { StringEquals: { "aws:ResourceTag/k8s.io/cluster-autoscaler/prod-us-east-1": "owned" } },
    },
  ]);
});

test("reads node groups of this cluster only", () => {
  const read = autoscalerPolicy(prodPlatform().aws, "prod-us-east-1").Statement.find(
    ({ Sid }) => Sid === "ReadNodeGroups",
  );
  expect(read?.Resource).toEqual(["arn:aws:eks:us-east-1:123456789012:nodegroup/prod-us-east-1/*"]);
});

test("the release in kube-system, under a role for its service account alone", async () => {
  const { graph } = await recordGraph(
    () => new ClusterAutoscaler("autoscaler", { platform: inPhase("full"), oidc: OIDC, nodes: [] }),
  );
  expect(graph.find("kubernetes:helm.sh/v3:Release", "autoscaler-release").inputs).toMatchObject({
    name: "cluster-autoscaler",
    chart: "cluster-autoscaler",
    version: "9.34.1",
    namespace: "kube-system",
    values: { ...autoscalerValues(inPhase("full"), ROLE) },
  });
  expect(graph.policy("aws:iam/role:Role", "autoscaler-role-role", "assumeRolePolicy")).toMatchObject({
    Statement: [
      {
        Condition: {
          StringEquals: { "oidc.example/id/0:sub": "system:serviceaccount:kube-system:cluster-autoscaler" },
        },
      },
    ],
  });
});
