import { kubeconfigFor, regionOfArn } from "../../../sandbox/eks/kubeconfig";

const source = {
  clusterName: "shop",
  endpoint: "https://0A1B.gr7.eu-west-1.eks.amazonaws.com",
  region: "eu-west-1",
  certificateAuthorityData: "LS0t",
};
const TOKEN_ARGS = ["--region", "eu-west-1", "eks", "get-token", "--cluster-name", "shop", "--output", "json"];
const argsOf = (config: ReturnType<typeof kubeconfigFor>) => config.users[0]?.user.exec.args;

test("a kubeconfig has one cluster, one user that runs aws eks get-token, and one context", () => {
  expect(kubeconfigFor(source)).toEqual({
    apiVersion: "v1",
    clusters: [{ cluster: { server: source.endpoint, "certificate-authority-data": "LS0t" }, name: "kubernetes" }],
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
            args: TOKEN_ARGS,
            env: [{ name: "KUBERNETES_EXEC_INFO", value: '{"apiVersion": "client.authentication.k8s.io/v1beta1"}' }],
          },
        },
      },
    ],
  });
});

test("credentials become --role and --profile, in this order, behind the rest", () => {
  expect(argsOf(kubeconfigFor({ ...source, credentials: { profileName: "ops", roleArn: "arn:role" } }))).toEqual([
    ...TOKEN_ARGS,
    ...["--role", "arn:role", "--profile", "ops"],
  ]);
  expect(argsOf(kubeconfigFor({ ...source, credentials: {} }))).toEqual(TOKEN_ARGS);
});

test("the region of an ARN is its fourth field, and an ARN without one is refused", () => {
  expect(regionOfArn("arn:aws-us-gov:eks:us-gov-west-1:111122223333:cluster/shop")).toBe("us-gov-west-1");
  expect(() => regionOfArn("arn:aws:iam::111122223333:role/x")).toThrow(/is not an ARN with a region/);
});
