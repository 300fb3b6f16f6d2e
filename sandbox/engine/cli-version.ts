/** A version as numbers: major, minor, patch. */
export type Version = readonly [number, number, number];

/** Reads `v3.248.0`, `3.248.0` or a pre-release of it such as `3.248.0-alpha.1`; `undefined` for anything else. */
export function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(text.trim());
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])];
}

/**
 * Whether a Pulumi CLI can run programs of an SDK: the same or a newer version of the same major. An older CLI may lack calls that the SDK makes; a new major promises nothing.
 */
export function isNewEnough(cli: string, sdk: string): boolean {
  const have = parseVersion(cli);
  const need = parseVersion(sdk);
  if (have === undefined || need === undefined || have[0] !== need[0]) return false;
  const [, minor, patch] = need;
  return have[1] > minor || (have[1] === minor && have[2] >= patch);
}
