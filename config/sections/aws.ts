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
  })
  .describe("Account and region.");
