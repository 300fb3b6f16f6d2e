import type { KnownCall } from "./calls/calls";
import type { MeasuredBox } from "./geometry";

/** A point of the picture, in pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box where it is drawn, in pixels from the upper left corner of the picture. */
export interface PlacedBox extends MeasuredBox {
  readonly left: number;
  readonly top: number;
}

/** Where a call passes a column of boxes. */
export interface Lane {
  readonly call: KnownCall;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}
