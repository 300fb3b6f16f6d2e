import { type Properties, textsAt } from "../server/properties";
import { ServiceRefusal } from "../server/service-refusal";
import type { AwsAccount } from "./aws-account";
import { iamArn } from "./identifiers";
import type { Lookup } from "./object-state";
import { policyDocumentJson } from "./policy-document-function";
import { SUBNET } from "./types/tokens";

type AwsFunction = (args: Properties, account: AwsAccount, lookup: Lookup) => Properties;

/**
 * Services whose principals in China end with the domain of that partition; all others end with `amazonaws.com` in every partition simulated here.
 *
 * Source: Terraform AWS provider, names.ServicePrincipalNameForPartition.
 */
const CHINESE_PRINCIPALS: readonly string[] = ["codedeploy", "elasticmapreduce", "logs"];

/** Functions that need no cloud: what they say follows from account and region, or from the sandbox's own store. */
const FUNCTIONS: Readonly<Record<string, AwsFunction>> = {
  "aws:index/getPartition:getPartition": (_args, { dnsSuffix, partition }) => ({
    dnsSuffix,
    id: partition,
    partition,
    reverseDnsPrefix: dnsSuffix.split(".").reverse().join("."),
  }),
  "aws:index/getRegion:getRegion": (_args, { dnsSuffix, region }) => ({
    description: region,
    endpoint: `ec2.${region}.${dnsSuffix}`,
    id: region,
    name: region,
    region,
  }),
  "aws:index/getCallerIdentity:getCallerIdentity": (_args, account) => ({
    accountId: account.account,
    arn: iamArn(account, "user/sandbox"),
    id: account.account,
    userId: "AIDASANDBOXSANDBOXSAN",
  }),
  "aws:index/getServicePrincipal:getServicePrincipal": (args, { dnsSuffix, partition, region }) => {
    const [service = ""] = textsAt(args, "serviceName");
    const suffix = partition === "aws-cn" && CHINESE_PRINCIPALS.includes(service) ? dnsSuffix : "amazonaws.com";
    return { id: `${service}.${region}.${suffix}`, name: `${service}.${suffix}`, region, serviceName: service, suffix };
  },
  "aws:ec2/getSubnet:getSubnet": (args, _account, lookup) => {
    const id = textsAt(args, "id")[0] ?? "";
    const subnet = lookup(SUBNET, id);
    if (Object.keys(subnet).length === 0) {
      throw new ServiceRefusal(
        `getSubnet: there is no subnet ${JSON.stringify(id)}; pass the id of a subnet of the stack`,
      );
    }
    return { ...subnet, id };
  },
  "aws:iam/getPolicyDocument:getPolicyDocument": (args) => policyDocumentJson(args),
};

/** What a program can set so that a component need not look it up. */
const WAYS_AROUND: Readonly<Record<string, string>> = {
  "aws:eks/getAddonVersion:getAddonVersion": "pin the add-on's version",
  "aws:ssm/getParameter:getParameter": "name the image as resolve:ssm:<parameter>, which EC2 resolves at launch",
  "aws:ec2/getAmi:getAmi": "name the image as resolve:ssm:<parameter>, which EC2 resolves at launch",
};

/**
 * Calls a function of the provider.
 *
 * @throws ServiceRefusal for every function that would ask a cloud: plans are made without one.
 */
export function awsFunction(token: string, args: Properties, account: AwsAccount, lookup: Lookup): Properties {
  const found = FUNCTIONS[token];
  if (found !== undefined) return found(args, account, lookup);
  const way = WAYS_AROUND[token] ?? "take the value from configuration, or from the resource that has it";
  throw new ServiceRefusal(`${token} asks a cloud, and nothing asks a cloud while planning; ${way}`);
}
