import { policyJson } from "../../../../infra/identity/policy-document";
import { serviceAccountTrust } from "../../../../infra/identity/trust-policy";
import { prodPlatform } from "../../../infra/prod-platform";
import type { PlannedPolicies } from "../planned-policies";
import { type Call, type Decision, type PoliciesInForce, simulate } from "../simulate";
import type { CallFacts, Context } from "./decision-table";
import { ACCOUNT, CLUSTER, REGION, role } from "./prod-names";
import { ISSUER, providerArn } from "./trust";

const IDENTITIES = prodPlatform().storage.identities;

/** What administrators may do, and callers of another account as far as that account is concerned. */
const EVERYTHING = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/** The account's administrators, whom only a denial of the resource stops. */
const ADMINISTRATOR = "administrator";

/** What another account may have opened to everyone. */
const OPEN = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] };

/** What AWS decides about a call on prod. */
export function decide(facts: CallFacts, policies: PlannedPolicies): Promise<Decision> {
  const inForce = policiesInForce(facts, policies);
  const { who, on } = facts;
  // The ARN of a bucket doesn't tell whose it is; with a policy of the plan it is the stack's.
  const account = accountOf(on) || (inForce.resource === undefined ? accountOf(principalOf(who)) : ACCOUNT);
  return simulate({ ...callOf(facts), account }, inForce);
}

/** The policies that decide about a call. */
export function policiesInForce({ who, on, through }: CallFacts, policies: PlannedPolicies): PoliciesInForce {
  const resource = resourcePolicy(on, policies);
  const endpoint = through === undefined ? undefined : policies.ofEndpoint(through);
  if (through !== undefined && endpoint === undefined) throw new Error(`prod has no endpoint of ${through}`);
  return {
    identity: identityPolicies(who, policies),
    ...(resource === undefined ? {} : { resource }),
    ...(endpoint === undefined ? {} : { endpoint }),
  };
}

function callOf({ who, call, on, with: given = {} }: CallFacts): Omit<Call, "account"> {
  const [service] = call.split(":");
  const context = { ...ofCaller(who), ...ofTransport(service), ...ofKey(on), ...given };
  return {
    principal: principalOf(who),
    action: call,
    resource: on,
    // A key without values is one that isn't sent.
    context: Object.fromEntries(Object.entries(context).filter(([, value]) => value.length > 0)),
  };
}

function principalOf(who: string): string {
  if (!isRole(who)) return who;
  const name = who === ADMINISTRATOR ? "platform-infra" : `${CLUSTER}-${who}`;
  return `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/session`;
}

/** What AWS knows of a caller. A service calls for someone else, and with a token there is nobody yet. */
function ofCaller(who: string): Context {
  if (isService(who)) return { "aws:PrincipalIsAWSService": "true" };
  if (isProvider(who)) return {};
  const account = { "aws:PrincipalAccount": accountOf(principalOf(who)) };
  return isRole(who) && who !== ADMINISTRATOR ? { ...account, "aws:PrincipalArn": role(`${CLUSTER}-${who}`) } : account;
}

function ofTransport(service = ""): Context {
  const tls = { "aws:SecureTransport": "true", "aws:RequestedRegion": REGION };
  return service === "s3" ? { ...tls, "s3:TlsVersion": "1.3" } : tls;
}

/** What KMS says of a key and its caller. */
function ofKey(on: string): Context {
  const alias = aliasOf(on);
  return alias === undefined ? {} : { "kms:ResourceAliases": [alias], "kms:CallerAccount": ACCOUNT };
}

/** A session of the account that isn't one of the stack's roles has nothing but what resources grant it. */
function identityPolicies(who: string, policies: PlannedPolicies): readonly unknown[] {
  if (who === ADMINISTRATOR) return [EVERYTHING];
  if (!isRole(who)) return isService(who) || accountOf(who) === ACCOUNT ? [] : [EVERYTHING];
  const own = policies.ofRole(`${CLUSTER}-${who}`);
  if (own.length === 0) throw new Error(`prod has no role ${who} with a policy of its own`);
  return own;
}

function resourcePolicy(on: string, policies: PlannedPolicies): unknown {
  const [, , service, , account = "", name = ""] = on.split(":");
  if (account !== "" && account !== ACCOUNT) return OPEN;
  if (service === "s3") return policies.ofBucket(name.split("/")[0] ?? "");
  if (service === "sqs") return policies.ofQueue(name);
  if (service === "iam" && name.startsWith("role/")) return trustPolicy(name.slice("role/".length), policies);
  const alias = aliasOf(on);
  return alias === undefined ? undefined : policies.ofKey(alias);
}

/** Trust as planned, or what the program makes of it once the cluster has an issuer. */
function trustPolicy(name: string, policies: PlannedPolicies): unknown {
  const identity = IDENTITIES[name.slice(`${CLUSTER}-`.length)];
  return identity === undefined
    ? policies.trustOf(name)
    : JSON.parse(
        policyJson(serviceAccountTrust({ ...identity, providerArn: providerArn(ISSUER), issuerHost: ISSUER })),
      );
}

/** The tables name keys by their purpose, as their aliases do. */
function aliasOf(on: string): string | undefined {
  const [, , service, , , name = ""] = on.split(":");
  const purpose = name.slice("key/".length);
  return service === "kms" ? `alias/${CLUSTER}/${purpose}` : undefined;
}

function accountOf(arn: string): string {
  return arn.split(":")[4] ?? "";
}

function isService(who: string): boolean {
  return who.endsWith(".amazonaws.com");
}

function isProvider(who: string): boolean {
  return who.includes(":oidc-provider/");
}

function isRole(who: string): boolean {
  return !who.startsWith("arn:") && !isService(who);
}
