import { z } from "zod";
import { REGIONS } from "../reference/regions";
import { patternField } from "./fields";

/** `vantage:aws`: where the stack lives. */
export const awsSection = z
  .strictObject({
    account: patternField(
      /^\d{12}$/,
      "the twelve digits of an AWS account, in quotes",
      "write all twelve digits, in quotes, so that YAML keeps leading zeros",
    ).describe(
      "AWS account that the stack may touch; the provider refuses every other one. Replaces everything when changed.",
    ),
    region: z
      .enum(Object.keys(REGIONS) as [string, ...string[]])
      .describe(
        "Region of all regional resources; the partition (and so every ARN) follows from it. Replaces everything when changed.",
      ),
    fipsEndpoints: z
      .boolean()
      .optional()
      .describe(
        "Whether Pulumi calls AWS at endpoints whose cryptography is validated after FIPS 140. Default false: only some regions have them (config/reference/region-services.ts). Changes nothing that is deployed. Workloads are told by AWS_USE_FIPS_ENDPOINT in their own environment.",
      ),
  })
  .describe("Account and region.");
