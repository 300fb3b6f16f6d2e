import type { ConfigPath } from "./config-path";

/** What a check has found, before it is known where in a file that is. */
export interface Finding {
  /** The value, or the key, that is wrong. */
  readonly path: ConfigPath;
  /** `key` where the key itself is wrong, not what it holds. Default: the value. */
  readonly on?: "key";
  /** What is there, as a reader would write it. */
  readonly given: string;
  /** What may be there, as a noun phrase. */
  readonly allowed: string;
  /** The way out, as an instruction. */
  readonly mend: string;
}
