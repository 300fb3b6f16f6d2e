import type { ChangeClass } from "../../../change";
import type { End } from "./calls/call";
import type { KnownCall } from "./calls/calls";

/** A line of a box: a system, or a namespace of several that are drawn as one. */
export interface Row {
  /** The end of calls that it is. */
  readonly end: End;
  readonly name: string;
  /** What it is, in a few words; may be empty. */
  readonly detail: string;
  /** What the reviewed change does to it at the worst. */
  readonly change?: ChangeClass;
}

/** A place as it is drawn: a namespace, several that make the same calls, or a service outside of the cluster. */
export interface Box {
  /** The end of calls that are of the place, not of a row. */
  readonly id: End;
  readonly title: string;
  /** What there is to know of the whole: what the mesh asks of callers. May be empty. */
  readonly subtitle: string;
  /** What the reviewed change does to what belongs to the place and to none of its rows. */
  readonly change?: ChangeClass;
  readonly rows: readonly Row[];
  readonly inCluster: boolean;
}

/** The content of the picture. */
export interface Systems {
  readonly boxes: readonly Box[];
  /** Between rows and boxes. */
  readonly calls: readonly KnownCall[];
  /** The namespaces of which the data shows no call. */
  readonly silent: readonly Row[];
}
