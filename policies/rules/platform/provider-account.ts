import { problem, resourceRule } from "../../rule";

/** Inputs of the provider as the engine has them: what isn't a text is one of JSON. Source: Pulumi, provider configuration. */
interface ProviderArgs {
  readonly region: string;
  readonly allowedAccountIds: string;
}

/** Every provider of AWS refuses all accounts but the stack's, and makes things in the stack's region. */
export const providerAccount = resourceRule<ProviderArgs>(
  {
    id: "provider-account",
    title: "Providers of AWS are bound to the stack's account and region",
    severity: "high",
    enforcement: "mandatory",
    why: "With the credentials of another account in the shell, an update would make the stack there a second time, or delete what it takes for its own.",
    remediation: "Give the provider the region and, in allowedAccountIds, the one account of vantage:aws.",
    link: "https://www.pulumi.com/registry/packages/aws/installation-configuration/",
  },
  {
    types: ["pulumi:providers:aws"],
    check: ({ inputs: { region, allowedAccountIds } }, { platform: { aws } }) => {
      const accounts = JSON.stringify([aws.account]);
      return [
        ...(region === aws.region ? [] : [problem("region", `is ${region ?? "not set"}; it has to be ${aws.region}`)]),
        ...(allowedAccountIds === accounts || JSON.stringify(allowedAccountIds) === accounts
          ? []
          : [problem("allowedAccountIds", `is ${allowedAccountIds ?? "not set"}; it has to be ${accounts}`)]),
      ];
    },
  },
);
