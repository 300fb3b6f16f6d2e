/** Document 001, section 6: the first NodePool. */
export const DEFAULT_NODEPOOL = {
  apiVersion: "karpenter.sh/v1beta1",
  kind: "NodePool",
  metadata: { name: "default-nodepool" },
  spec: {
    template: {
      metadata: { labels: { "karpenter.sh/managed-by": "karpenter", environment: "production" } },
      spec: {
        nodeClassRef: { name: "default" },
        requirements: [
          { key: "karpenter.sh/capacity-type", operator: "In", values: ["on-demand", "spot"] },
          {
            key: "node.kubernetes.io/instance-type",
            operator: "In",
            values: [
              "m6i.xlarge",
              "m6i.2xlarge",
              "m6i.4xlarge",
              "m7i.xlarge",
              "m7i.2xlarge",
              "m7i.4xlarge",
              "c6i.xlarge",
              "c6i.2xlarge",
              "c6i.4xlarge",
              "c7i.xlarge",
              "c7i.2xlarge",
              "c7i.4xlarge",
            ],
          },
          {
            key: "topology.kubernetes.io/zone",
            operator: "In",
            values: ["us-east-1a", "us-east-1b", "us-east-1c"],
          },
          { key: "kubernetes.io/arch", operator: "In", values: ["amd64"] },
        ],
        kubelet: {
          maxPods: 110,
          systemReserved: { cpu: "500m", memory: "1Gi" },
          kubeReserved: { cpu: "200m", memory: "512Mi" },
        },
      },
    },
    limits: { cpu: 500, memory: "2000Gi" },
    disruption: { consolidationPolicy: "WhenUnderutilized", consolidateAfter: "30s", expireAfter: "720h" },
    weight: 100,
  },
};

/** Document 001, section 6: the second NodePool. */
export const MEMORY_OPTIMIZED = {
  apiVersion: "karpenter.sh/v1beta1",
  kind: "NodePool",
  metadata: { name: "memory-optimized" },
  spec: {
    template: {
      metadata: { labels: { "workload-type": "memory-intensive" } },
      spec: {
        nodeClassRef: { name: "default" },
        requirements: [
          { key: "karpenter.sh/capacity-type", operator: "In", values: ["on-demand"] },
          {
            key: "node.kubernetes.io/instance-type",
            operator: "In",
            values: ["r6i.xlarge", "r6i.2xlarge", "r6i.4xlarge", "r7i.xlarge", "r7i.2xlarge", "r7i.4xlarge"],
          },
          {
            key: "topology.kubernetes.io/zone",
            operator: "In",
            values: ["us-east-1a", "us-east-1b", "us-east-1c"],
          },
        ],
        taints: [{ key: "dedicated", value: "memory-workloads", effect: "PreferNoSchedule" }],
      },
    },
    limits: { cpu: 200, memory: "1600Gi" },
    disruption: { consolidationPolicy: "WhenUnderutilized", consolidateAfter: "60s", expireAfter: "720h" },
    weight: 100,
  },
};

/** Document 001, section 6: the node class. */
export const NODE_CLASS = {
  apiVersion: "karpenter.k8s.aws/v1beta1",
  kind: "EC2NodeClass",
  metadata: { name: "default" },
  spec: {
    amiFamily: "AL2023",
    subnetSelectorTerms: [{ tags: { "karpenter.sh/discovery": "prod-us-east-1" } }],
    securityGroupSelectorTerms: [{ tags: { "karpenter.sh/discovery": "prod-us-east-1" } }],
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
          deleteOnTermination: true,
        },
      },
    ],
    tags: { Name: "karpenter-prod-us-east-1", environment: "production" },
    metadataOptions: {
      httpEndpoint: "enabled",
      httpProtocolIPv6: "disabled",
      httpPutResponseHopLimit: 2,
      httpTokens: "required",
    },
  },
};
