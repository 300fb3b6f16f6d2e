/** A value of a connector's configuration. */
export type Setting = string | number | boolean;

/** A connector as Strimzi hands it to the workers. */
export interface Connector {
  readonly name: string;
  /** Java class of the plugin. */
  readonly className: string;
  readonly tasks: number;
  readonly config: Readonly<Record<string, Setting>>;
  /** Topics that it reads; only a sink does. */
  readonly reads: readonly string[];
  /** Topics that it writes; only a source does. */
  readonly writes: readonly string[];
  /** Secret with its credentials, where it needs any. */
  readonly credentials?: string;
}
