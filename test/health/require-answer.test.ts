import { type ClusterReader, ReadFailure } from "../../health/cluster-reader";
import { requireAnswer } from "../../health/require-answer";
import { UserError } from "../../sandbox/engine/user-error";
import { expecting } from "./expectation-fixture";

const answering = (raw: ClusterReader["raw"]) => ({ raw }) as ClusterReader;

test("accepts a cluster that answers", async () => {
  const asked: string[] = [];
  const cluster = answering(async (path) => {
    asked.push(path);
    return "{}";
  });
  await requireAnswer(cluster, expecting(), {});
  expect(asked).toEqual(["/version"]);
});

test("finds one that can't be reached, and says what was tried and how to get there", async () => {
  const cluster = answering(async () => {
    throw new ReadFailure("Unable to connect to the server: dial tcp: i/o timeout", false);
  });
  const attempt = requireAnswer(cluster, expecting(), { context: "old" });
  await expect(attempt).rejects.toThrow(UserError);
  await expect(attempt).rejects.toThrow(
    [
      "The cluster of stack shop doesn't answer. kubectl --context old get --raw /version says:",
      "  Unable to connect to the server: dial tcp: i/o timeout",
      "Name a context that leads to it with --context NAME; kubectl config get-contexts lists those that there are. This makes one:",
      "  aws eks update-kubeconfig --name shop-cluster --region eu-central-1",
    ].join("\n"),
  );
});
