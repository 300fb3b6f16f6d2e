/**
 * How the numbers of a panel are written. Values: ids of Grafana's units. Source: grafana/grafana 10.4,
 * packages/grafana-data/src/valueFormats/categories.ts.
 */
export const UNITS = {
  bytes: "bytes",
  bytesPerSecond: "binBps",
  count: "short",
  cores: "suffix: vCPU",
  milliseconds: "ms",
  percent: "percent",
  perSecond: "cps",
  ratio: "none",
  seconds: "s",
} as const;

/** Unit of a panel. */
export type Unit = keyof typeof UNITS;

/** A line of a panel. */
export interface Series {
  /** PromQL. */
  readonly expr: string;
  /** Name in the legend; `{{label}}` is the value of a label. */
  readonly legend: string;
  /** Whether it is drawn dashed: a limit or a forecast, not a measurement. */
  readonly dashed?: boolean;
}

/** A level, in the panel's unit, from which on values have a colour. */
export interface Level {
  readonly from: number;
  readonly color: "green" | "yellow" | "orange" | "red";
}

/** A panel as data: what it shows, in which unit, and where it becomes serious. */
export interface PanelDesign {
  readonly kind: "lines" | "number" | "bars";
  readonly title: string;
  /** What the reader sees and what to make of it, with the source of every number in it. */
  readonly description: string;
  readonly unit: Unit;
  readonly series: readonly Series[];
  /** Levels in ascending order; below the first, values are green. A panel with lines draws them. */
  readonly levels?: readonly Level[];
  /** Upper end of the axis. @default what the values need */
  readonly max?: number;
  /** Whether values below 0 mean something, such as room that is not there. @default false: the axis begins at 0 */
  readonly signed?: boolean;
  /** Columns of the 24 that it takes. @default 8, a third; 4 for a number */
  readonly width?: number;
  /** Digits after the point. @default as many as needed */
  readonly decimals?: number;
}

/** Events from Grafana's own store that are marked in every panel: those that carry all of the tags. */
export interface EventDesign {
  readonly name: string;
  readonly tags: readonly string[];
  readonly color: string;
}

/** A dashboard as data. */
export interface DashboardDesign {
  /** Id in its address, up to 40 signs. It is an identity: links and bookmarks use it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** What is shown at first: `now-12h`. */
  readonly from: string;
  /** Time between reloads. */
  readonly refresh: string;
  readonly events: readonly EventDesign[];
  readonly rows: readonly { readonly title: string; readonly panels: readonly PanelDesign[] }[];
}
