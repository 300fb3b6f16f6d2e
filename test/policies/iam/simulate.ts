import { runSimulation, type Simulation } from "@cloud-copilot/iam-simulate";

/** A call as AWS sees it: by whom, of what, and what is known of it beside. */
export interface Call {
  /** ARN of a session or of an identity provider, or a service's principal. */
  readonly principal: string;
  /** Such as `s3:PutObject`. */
  readonly action: string;
  /** ARN of what is called on; `*` for calls that know no resource. */
  readonly resource: string;
  /** Account of the resource, which not every ARN tells. */
  readonly account: string;
  /** Keys that conditions may ask for, as AWS would send them. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

/** Policies that decide about a call, each as a document. */
export interface PoliciesInForce {
  readonly identity?: readonly unknown[];
  /** Of a bucket, a queue, a key; or the trust policy of a role. */
  readonly resource?: unknown;
  /** Of the endpoint that the call goes through. */
  readonly endpoint?: unknown;
}

export type Decision = "allowed" | "denied";

/**
 * What AWS decides about a call: @cloud-copilot/iam-simulate in its strict mode, where a key that isn't given is absent.
 *
 * @throws {Error} when the call can't be one of AWS: an action that doesn't exist, a resource that isn't of it, a key that AWS doesn't send with it, a policy that is none.
 */
export async function simulate(call: Call, policies: PoliciesInForce): Promise<Decision> {
  const results = await runSimulation(respelt(simulationOf(call, policies)), { simulationMode: "Strict" });
  if (results.resultType !== "single") throw new Error(`not a call of AWS: ${JSON.stringify(results)}`);
  const { ignoredContextKeys = [] } = results.result;
  if (ignoredContextKeys.length > 0)
    throw new Error(`AWS doesn't send ${ignoredContextKeys.join(", ")} with ${call.action}`);
  return results.overallResult === "Allowed" ? "allowed" : "denied";
}

/**
 * What the library's data has no words for, and the words that are put in their place, in the call and in the policies alike: keys that take part of their name from whoever uses them (an
 * encryption context, the issuer of a token) become tags, since how a key is compared doesn't depend on its name; the public parameters of SSM get the account that their ARNs don't have.
 */
const SPELLINGS: readonly (readonly [ours: RegExp, theirs: string])[] = [
  [/kms:EncryptionContext:/g, "aws:PrincipalTag/kms:EncryptionContext:"],
  [/(?<=")(oidc\.eks\.[^":]+:(sub|aud)")/g, "aws:PrincipalTag/$1"],
  [/::parameter\/aws\/service\//g, ":000000000000:parameter/aws/service/"],
];

function respelt(simulation: Simulation): Simulation {
  return JSON.parse(SPELLINGS.reduce((text, [ours, theirs]) => text.replace(ours, theirs), JSON.stringify(simulation)));
}

function simulationOf(call: Call, { identity = [], resource, endpoint }: PoliciesInForce): Simulation {
  const named = (policy: unknown, index = 0) => ({ name: `policy ${index + 1}`, policy });
  return {
    request: {
      principal: call.principal,
      action: call.action,
      resource: { resource: call.resource, accountId: call.account },
      contextVariables: call.context as Record<string, string | string[]>,
    },
    identityPolicies: identity.map(named),
    // Nothing of an organisation is known, so what is denied is denied by the platform's own policies.
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(resource === undefined ? {} : { resourcePolicy: resource }),
    ...(endpoint === undefined ? {} : { vpcEndpointPolicies: [named(endpoint)] }),
  };
}
