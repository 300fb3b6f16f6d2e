import { namePrefix } from "../../../../policies/rules/platform/name-prefix";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const ROLE = "aws:iam/role:Role";
const BUCKET = "aws:s3/bucket:Bucket";
const LOGS = "aws:cloudwatch/logGroup:LogGroup";
const ALIAS = "aws:kms/alias:Alias";

describeRule(namePrefix, {
  settings: { namePrefixes: ["trial-", "acme-"] },
  good: () => ({
    resources: [
      resource(ROLE, "node", { name: "trial-node" }),
      resource(BUCKET, "lake", { bucket: "acme-lake" }),
      resource(LOGS, "pods", { name: "/aws/eks/trial-cluster/pods" }),
      resource(LOGS, "own", { name: "/trial-own" }),
      resource(ALIAS, "data", { name: "alias/trial-1/data" }),
    ],
  }),
  holds: [
    [
      "names in a parent",
      (things) => things.resources.push(resource("aws:iam/rolePolicy:RolePolicy", "a", { name: "write" }) as never),
    ],
  ],
  breaks: [
    [
      "a role with somebody's name",
      (things) => Object.assign(inputsIn(things, "node"), { name: "node-trial-1" }),
      [`${ROLE} node: name: is node-trial-1, a name in the account; it has to begin with trial-, acme-`],
    ],
    [
      "a bucket with somebody's name",
      (things) => Object.assign(inputsIn(things, "lake"), { bucket: "lake" }),
      [`${BUCKET} lake: bucket: is lake, a name in the world; it has to begin with trial-, acme-`],
    ],
    [
      "a log group that says whose it is only at the end",
      (things) => Object.assign(inputsIn(things, "pods"), { name: "/aws/eks/pods/trial-cluster" }),
      [`${LOGS} pods: name: is /aws/eks/pods/trial-cluster, a name in the account; it has to begin with trial-, acme-`],
    ],
    [
      "an alias with somebody's name",
      (things) => Object.assign(inputsIn(things, "data"), { name: "alias/data" }),
      [`${ALIAS} data: name: is alias/data, a name in the account; it has to begin with trial-, acme-`],
    ],
  ],
  unreadable: [
    [
      "a name that is known later",
      (things) => Object.assign(inputsIn(things, "node"), { name: "[unknown]" }),
      [`${ROLE} node: name is unknown before it is created`],
    ],
  ],
});
