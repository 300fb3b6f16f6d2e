import { z } from "zod";
import { dnsLabelField, patternField, releaseField } from "./fields";

/** `vantage:redisOperator`: the operator that upgrades and fails over the Redis clusters. */
export const redisOperatorSection = z
  .strictObject({
    name: patternField(
      /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/,
      "at most 40 lower-case letters, digits and hyphens, beginning with a letter",
      "shorten it or leave out other characters: Services and labels are named after it",
    ).describe(
      "Name of the Deployment, of its ServiceAccount and of its pods' label; the other objects are named after it. Another name makes another operator beside the old one. Source: document 000, section 5 (redis-operator).",
    ),
    namespace: dnsLabelField.describe(
      "Namespace of the operator alone; the clusters are in that of vantage:redis. Source: document 000, section 5 (redis-system).",
    ),
    repository: patternField(
      /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?\/)?[a-z0-9._-]+(\/[a-z0-9._-]+)*$/,
      "a repository with or without its registry, in lower case, without a tag",
      "leave out the tag: the version says it",
    ).describe(
      "Where the image is. No public registry has this release: name the organisation's own copy before the first `pulumi up`. Restarts the operator. Source: document 000, section 5 (redis-operator/redis-operator).",
    ),
    version: releaseField.describe(
      "Release; the image's tag is the same with a leading v. Restarts the operator. Source: document 000, sections 2 and 5 (2.4.1).",
    ),
    nodePool: z
      .string()
      .describe(
        "Node pool that carries the operator, by its label. Moves it when changed. Source: document 000, section 5 (worker-general-v5).",
      ),
  })
  .describe("The Redis operator.");
