import type { Decision } from "../simulate";

/** What is known of a call, by the key that conditions ask for. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/** One call, in the words of a table. */
export interface CallFacts {
  /** A role by its name without the cluster's, a service by its principal, or any other caller by ARN. */
  readonly who: string;
  readonly call: string;
  /** ARN, or `*` for calls that know no resource. */
  readonly on: string;
  /** What is known beside the caller, the region and TLS. */
  readonly with?: Context;
  /** Service of the endpoint that the call goes through; none where the network doesn't matter. */
  readonly through?: string;
}

/** A documented call that has to be allowed, and the same call with one thing changed, which has to be denied. */
export interface DocumentedCall extends CallFacts {
  /** What the call is for. */
  readonly what: string;
  /** Who says that it is made. */
  readonly source: string;
  /** What is changed, in the words of a report. */
  readonly denied?: Readonly<Record<string, Partial<CallFacts>>>;
}

/** A call that is denied because nothing allows it in any form. */
export interface WithheldCall extends CallFacts {
  readonly what: string;
  readonly source: string;
}

/** A line of the table. */
export interface Row extends CallFacts {
  readonly title: string;
  readonly expected: Decision;
}

/** The lines of documented calls: each as it is, then each change. */
export function rowsOf(calls: readonly DocumentedCall[], withheld: readonly WithheldCall[] = []): readonly Row[] {
  const allowed = calls.flatMap(({ what, source, denied = {}, ...facts }) => [
    { ...facts, title: titleOf(facts, what, source), expected: "allowed" as const },
    ...Object.entries(denied).map(([change, changed]) => ({
      ...facts,
      ...changed,
      title: titleOf({ ...facts, ...changed }, `${what}, ${change}`, source),
      expected: "denied" as const,
    })),
  ]);
  const never = withheld.map(({ what, source, ...facts }) => ({
    ...facts,
    title: titleOf(facts, what, source),
    expected: "denied" as const,
  }));
  return [...allowed, ...never];
}

function titleOf({ who, call }: CallFacts, what: string, source: string): string {
  return `${callerText(who)} ${call}: ${what} (${source})`;
}

/** A caller for readers: an ARN without what every one has. */
function callerText(who: string): string {
  const [, , , , account, name = who] = who.split(":");
  const [kind, ...rest] = name.split("/");
  return account === undefined ? who : `${kind === "oidc-provider" ? "token" : rest[0]} of ${account}`;
}
