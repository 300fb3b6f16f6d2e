import { z } from "zod";
import { Cidr } from "../units/cidr";
import { Duration } from "../units/duration";
import { Quantity } from "../units/quantity";

/** A string that a value type reads; the parser's own words explain a refusal. */
function parsedString<T>(parse: (text: string) => T, pattern: string, allowed: string) {
  return z
    .string()
    .meta({ pattern, allowed })
    .transform((text, context) => {
      try {
        return parse(text);
      } catch (error) {
        const reason = (error as Error).message;
        context.addIssue({ code: "custom", message: reason, input: text, params: { allowed, mend: reason } });
        return z.NEVER;
      }
    });
}

/** An IPv4 block. */
export const cidrField = parsedString(
  Cidr.parse,
  "^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$",
  "an IPv4 block such as 10.42.0.0/16",
);

/** A length of time with its unit. */
export const durationField = parsedString(
  Duration.parse,
  "^\\d{1,6}[smhd]$",
  "a whole number with its unit: s, m, h or d, such as 300s or 30d",
);

/** A Kubernetes quantity. */
export const quantityField = parsedString(
  Quantity.parse,
  "^\\d{1,15}(\\.\\d{1,3})?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$",
  "a Kubernetes quantity such as 500m, 2 or 200Gi",
);

/**
 * A string held to a pattern, with help in the reader's words instead of the pattern's.
 *
 * @param allowed what the field accepts, as a noun phrase
 * @param mend the way out, as an instruction
 */
export function patternField(pattern: RegExp, allowed: string, mend: string) {
  return z.string().regex(pattern, { error: mend }).meta({ allowed, mend });
}

/** A DNS label: what Kubernetes allows as the name of a namespace or service account. */
export const dnsLabelField = patternField(
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  "1 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit",
  "use lower-case letters, digits and hyphens, at most 63",
);

/** A percentage of a whole, written `20%`. */
export const percentField = patternField(
  /^(100|[1-9]?\d)%$/,
  "a whole percentage from 0% to 100%",
  "write a whole number from 0 to 100 followed by %",
);

/** A version of three numbers without a leading `v`, as charts and releases are named. */
export const releaseField = patternField(
  /^\d+\.\d+\.\d+$/,
  "a release such as 0.37.0, without a leading v",
  "write major.minor.patch without a leading v",
);

/** A Kubernetes label key with an optional DNS prefix. */
export const LABEL_KEY = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/** A Kubernetes label value: empty, or 1 to 63 characters. */
export const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;

const labelKeyField = patternField(
  LABEL_KEY,
  "up to 63 letters, digits, '-', '_' or '.', with an optional DNS prefix and '/'",
  "leave out other characters, and begin and end with a letter or digit",
);

const labelValueField = patternField(
  LABEL_VALUE,
  "up to 63 letters, digits, '-', '_' or '.', beginning and ending with a letter or digit",
  "leave out other characters, and begin and end with a letter or digit",
);

/** Labels on nodes or namespaces. */
export const labelsField = z.record(labelKeyField, labelValueField);

/** Taints of a node pool. */
export const taintsField = z.array(
  z.strictObject({
    key: labelKeyField,
    value: labelValueField,
    effect: z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]),
  }),
);

/** Name of a cluster that Strimzi runs: pods, Services and Secrets are named after it. */
export const strimziNameField = patternField(
  /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/,
  "at most 40 lower-case letters, digits and hyphens, beginning with a letter",
  "shorten it or leave out other characters",
);

/** An image with its tag; the registry may be left out, as documents do. */
export const imageField = patternField(
  /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?\/)?[a-z0-9._-]+(\/[a-z0-9._-]+)*:(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/,
  "an image with its tag, such as redis:7.2.5-alpine, never latest",
  "write registry/repository:tag, in lower case up to the tag",
);

/** When something is due, as cron writes it. */
export const cronField = patternField(
  /^([\d*/,-]+ ){3}[\dA-Za-z*/,-]+ [\dA-Za-z*/,-]+$/,
  'five fields of cron, such as "15 2 * * *"',
  "write minute, hour, day, month and weekday, in quotes",
);

/** Address of a site, to which a path can be added. */
export const siteField = patternField(
  /^https:\/\/[a-z0-9.-]+(:\d+)?(\/[\w.-]+)*$/,
  "an https address without a slash at its end",
  "write https://, a host and a path if there is one, without a slash at the end",
);
