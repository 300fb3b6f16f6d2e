import { z } from "zod";
import { patternField } from "./fields";

/** `vantage:platform`: what is said of the stack as a whole. */
export const platformSection = z
  .strictObject({
    environment: patternField(
      /^[a-z][a-z0-9-]{1,30}$/,
      "2 to 31 lower-case letters, digits and hyphens, beginning with a letter",
      "shorten it or leave out other characters",
    ).describe(
      "Name of the environment in the `environment` tag and label, such as `production`. Changing it retags everything in place; nodes are replaced one by one.",
    ),
    team: patternField(
      /^[a-z]([a-z0-9-]{0,61}[a-z0-9])$/,
      "2 to 63 lower-case letters, digits and hyphens, beginning with a letter",
      "shorten it or leave out other characters",
    ).describe("Team that owns the platform, in the `team` tag and label. Source: document 001, section 1, Tags."),
    protectData: z
      .boolean()
      .default(true)
      .describe(
        "Whether resources that hold data (buckets, keys, the cluster) refuse deletion and replacement. Default true: losing data is the only change that cannot be undone. Turn off only in a stack that is to be thrown away.",
      ),
  })
  .describe("The stack as a whole.");
