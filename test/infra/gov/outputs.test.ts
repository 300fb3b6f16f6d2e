import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { deployAutoMode } from "../../../infra/deploy-auto-mode";
import { clusterOutputs } from "../cluster-fixture";
import { recordGraph } from "../recorded-graph";
import { govPlatform, govWith } from "./gov-platform";

/** Names that the GovCloud guide (004) reads with `terraform output`. */
const DOCUMENTED = [
  "guardduty_detector_id",
  "guardduty_sns_topic_arn",
  "security_hub_sns_topic_arn",
  "kms_eks_secrets_key_arn",
  "pod_identity_role_arn",
  "secrets_manager_kms_key_id",
];

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

test("the stack has every documented output in the ecosystem's spelling, and a page maps the two", async () => {
  const { result } = await recordGraph(() => deployAutoMode(govPlatform()), clusterOutputs);
  const page = readFileSync(resolve(__dirname, "../../../docs/gov-outputs.md"), "utf8");
  for (const name of DOCUMENTED) {
    expect(Object.keys(result)).toContain(camelCase(name));
    expect(page).toContain(`| \`${name}\` | \`${camelCase(name)}\` |`);
  }
});

test("sections that are left out have no resources and no outputs", async () => {
  const small = govWith((input) => {
    delete input.access;
    delete input.securityServices;
    delete input.dataAccess;
  });
  const { graph, result } = await recordGraph(() => deployAutoMode(small), clusterOutputs);
  expect(Object.keys(result)).toEqual([
    "clusterName",
    "clusterEndpoint",
    "kubeconfig",
    "bucketNames",
    "kmsEksSecretsKeyArn",
  ]);
  const components = graph.all.filter(({ type }) => type.startsWith("vantage:")).map(({ name }) => name);
  expect(components).toEqual(expect.arrayContaining(["keys", "network", "cluster", "storage"]));
  expect(components.filter((name) => /^(bastion|security|data)/.test(name))).toEqual([]);
  expect(graph.names("aws:kms/key:Key")).toEqual(["keys-data", "keys-logs", "keys-secrets"]);
});
