/** Something that has to be known on the way to a release. */
export interface UpgradeNote {
  readonly text: string;
  readonly source: string;
}

/** What a minor of Kubernetes on EKS asks of nodes and of people, beside the versions of components. */
export const KUBERNETES_NOTES: Readonly<Record<string, readonly UpgradeNote[]>> = {
  "1.33": [
    {
      text: "EKS publishes no images of Amazon Linux 2 any more: every node has to run Amazon Linux 2023 or Bottlerocket.",
      source: "Amazon EKS user guide, Review release notes for Kubernetes versions on standard support, 1.33",
    },
  ],
  "1.35": [
    {
      text: "The kubelet refuses to start on cgroup v1. Amazon Linux 2023 has v2 unless somebody changed it.",
      source: "Amazon EKS user guide, Review release notes for Kubernetes versions on standard support, 1.35",
    },
    {
      text: "It is the last minor that runs on containerd 1.x: nodes have to have 2.x before the next one.",
      source: "Amazon EKS user guide, Review release notes for Kubernetes versions on standard support, 1.35",
    },
  ],
};

/** What a component's release asks of those who come from an older one. */
export interface ComponentNote extends UpgradeNote {
  readonly component: string;
  /** First release that asks it. */
  readonly at: string;
}

/** What has to be known on the way, by component, oldest release first. */
export const COMPONENT_NOTES: readonly ComponentNote[] = [
  {
    component: "karpenter",
    at: "1.0",
    text: "Go to the last 0.37 patch first, which serves v1 beside v1beta1, then to 1.0, and from there on; kubelet settings move from the NodePool to the EC2NodeClass.",
    source: "karpenter.sh, v1 Migration",
  },
  {
    component: "strimzi-kafka-operator",
    at: "0.45",
    text: "It knows no Kafka 3.7 any more: 0.44 takes Kafka to 3.8 first, and 0.45 then to 3.9.",
    source: "strimzi.io, Downloads, Supported versions",
  },
  {
    component: "strimzi-kafka-operator",
    at: "0.46",
    text: "It knows no Kafka older than 3.9, and no ZooKeeper.",
    source: "strimzi.io, Downloads, Supported versions",
  },
  {
    component: "strimzi-kafka-operator",
    at: "0.48",
    text: "It knows no Kafka older than 4.0.",
    source: "strimzi.io, Downloads, Supported versions",
  },
  {
    component: "istio",
    at: "1.24",
    text: "Go one minor at a time; the operator in the cluster is gone, istioctl reads the IstioOperator as before.",
    source: "istio.io, Upgrade; Istio 1.24 change notes",
  },
  {
    component: "ingress-nginx",
    at: "1.14",
    text: "Upstream retired it in March 2026: no release follows, not for a hole either. Plan its replacement.",
    source: "Amazon EKS user guide, Review release notes for Kubernetes versions on standard support, 1.35",
  },
  {
    component: "external-secrets",
    at: "0.17",
    text: "It serves external-secrets.io/v1 alone.",
    source: "external-secrets/external-secrets, release 0.17.0",
  },
];
