import { UserError } from "../sandbox/engine/user-error";
import { type ClusterReader, ReadFailure } from "./cluster-reader";
import type { Expectation } from "./expectation";
import { type KubectlOptions, kubectlCall } from "./kubectl";

/**
 * Makes sure that there is a cluster to look at, so that one that can't be reached is one error and not a finding of every check.
 *
 * @throws UserError with what kubectl said, and how to get a context
 */
export async function requireAnswer(
  cluster: ClusterReader,
  expectation: Pick<Expectation, "stack" | "cluster" | "region">,
  options: KubectlOptions,
): Promise<void> {
  const path = "/version";
  try {
    await cluster.raw(path);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    throw new UserError(
      [
        `The cluster of stack ${expectation.stack} doesn't answer. ${kubectlCall(options, ["get", "--raw", path])} says:`,
        `  ${error.message}`,
        "Name a context that leads to it with --context NAME; kubectl config get-contexts lists those that there are. This makes one:",
        `  aws eks update-kubeconfig --name ${expectation.cluster} --region ${expectation.region}`,
      ].join("\n"),
    );
  }
}
