/** Whether a pattern of IAM (`*` any text, `?` any character) covers a text. Actions know no case; a name is taken as IAM takes an action's. */
export function covers(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "i").test(text);
}

/** Whether a text leaves anything open. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

/** Whether a pattern stands for every action of a service, or of all: `*`, `s3:*`. */
export function isWholeService(action: string): boolean {
  return /^([*?]+|[^:]*:[*?]+)$/.test(action);
}

/** Whether an action only looks: its verb is spelt out and is one that changes nothing. */
export function isRead(action: string): boolean {
  return /^[a-z0-9-]+:(Describe|List|Get)/i.test(action);
}

/** Fields of an ARN before that of the resource: `arn`, partition, service, region, account. */
const FIELDS_BEFORE_RESOURCE = 5;

/** Whether a pattern of resources stands for everything there is, or everything of a service: `*`, `arn:<partition>:sqs:*:*:*`. */
export function isAnyResource(pattern: string): boolean {
  const { resource } = parts(pattern);
  return resource === undefined ? pattern.endsWith("*") : /^[*?/:]*[*?]$/.test(resource);
}

/** Whether a pattern stands at least for every resource of a type: `…:instance/*`. Of S3, whose ARNs have no types, `name/*` is what lies in one bucket. */
export function isAnyOfType(pattern: string): boolean {
  const { service, resource } = parts(pattern);
  return isAnyResource(pattern) || (service !== "s3" && resource !== undefined && /^[^/:*?]+[/:][*?]+$/.test(resource));
}

/** Service and resource of an ARN; nothing of a text that has not all of its fields. */
function parts(arn: string): { readonly service?: string; readonly resource?: string } {
  const fields = arn.split(":");
  const [, , service] = fields;
  return service === undefined || fields.length <= FIELDS_BEFORE_RESOURCE
    ? {}
    : { service, resource: fields.slice(FIELDS_BEFORE_RESOURCE).join(":") };
}
