/** Credentials that a kubeconfig is scoped to, beside the default AWS chain. */
export interface KubeconfigCredentials {
  /** Role that `aws eks get-token` assumes. */
  readonly roleArn?: string | undefined;
  /** Named profile of the AWS configuration; given as `--profile`, since AWS_PROFILE yields to ambient credentials. */
  readonly profileName?: string | undefined;
}

/** What a kubeconfig is built from. */
export interface KubeconfigSource {
  readonly clusterName: string;
  /** Address of the API server, as EKS returns it. */
  readonly endpoint: string;
  readonly region: string;
  /** Certificate authority of the API server, base64. */
  readonly certificateAuthorityData: string;
  readonly credentials?: KubeconfigCredentials | undefined;
}

/** The region field of an ARN (the fourth). The real provider takes the region of the kubeconfig from the cluster's ARN. */
export function regionOfArn(arn: string): string {
  const region = arn.split(":")[3];
  if (!region) {
    throw new Error(`"${arn}" is not an ARN with a region: expected "arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE"`);
  }
  return region;
}

/**
 * The kubeconfig of a cluster: one cluster, one user that runs `aws eks get-token`, one context named "aws".
 * Source: pulumi-eks, nodejs/eks/cluster/cluster.ts, generateKubeconfig.
 */
export function kubeconfigFor(source: KubeconfigSource) {
  const { credentials } = source;
  return {
    apiVersion: "v1",
    clusters: [
      {
        cluster: { server: source.endpoint, "certificate-authority-data": source.certificateAuthorityData },
        name: "kubernetes",
      },
    ],
    contexts: [{ context: { cluster: "kubernetes", user: "aws" }, name: "aws" }],
    "current-context": "aws",
    kind: "Config",
    users: [
      {
        name: "aws",
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "aws",
            args: [
              ...["--region", source.region, "eks", "get-token"],
              ...["--cluster-name", source.clusterName, "--output", "json"],
              ...(credentials?.roleArn ? ["--role", credentials.roleArn] : []),
              ...(credentials?.profileName ? ["--profile", credentials.profileName] : []),
            ],
            env: [{ name: "KUBERNETES_EXEC_INFO", value: `{"apiVersion": "client.authentication.k8s.io/v1beta1"}` }],
          },
        },
      },
    ],
  };
}
