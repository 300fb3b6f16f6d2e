import { controllerValues } from "../../../infra/karpenter/controller-values";
import { prodPlatform } from "../prod-platform";

const ROLE = "arn:aws:iam::123456789012:role/prod-us-east-1-karpenter-controller";

test("values of the controller's chart", () => {
  expect(controllerValues(prodPlatform(), ROLE)).toEqual({
    replicas: 2,
    serviceAccount: { create: true, name: "karpenter", annotations: { "eks.amazonaws.com/role-arn": ROLE } },
    settings: {
      clusterName: "prod-us-east-1",
      interruptionQueue: "karpenter-interruption-prod",
      reservedENIs: "1",
    },
    webhook: { enabled: true },
    controller: {
      resources: { requests: { cpu: 1, memory: "1Gi" }, limits: { cpu: 1, memory: "1Gi" } },
    },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                { key: "karpenter.sh/nodepool", operator: "DoesNotExist" },
                { key: "node.kubernetes.io/pool", operator: "NotIn", values: ["worker-kafka-v2"] },
              ],
            },
          ],
        },
      },
    },
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "DoNotSchedule" },
    ],
    logLevel: "info",
  });
});
