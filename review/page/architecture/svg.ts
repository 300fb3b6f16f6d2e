import type { ChangeClass } from "../../change";
import { type Html, html } from "../html";

/** The class name of a change, in markup: `class-data-loss`. */
export function classNameOf(change: ChangeClass): string {
  return `class-${change.replace(" ", "-")}`;
}

/** A text, at the left end of its base line. */
export function text(x: number, y: number, className: string, content: string): Html {
  return html`<text class="${className}" x="${x}" y="${y}">${content}</text>`;
}

/** A second line: what the reviewed change does, in its colour, and what the thing is. */
export function detailText(x: number, y: number, detail: string, change: ChangeClass | undefined): Html | undefined {
  if (detail === "" && change === undefined) return undefined;
  const mark = change && html`<tspan class="mark ${classNameOf(change)}">${change}</tspan>`;
  return html`<text class="detail" x="${x}" y="${y}">${mark}${mark && detail !== "" && " · "}${detail}</text>`;
}

/** A bar along the left edge of something that changes. */
export function changeBar(top: number, height: number, change: ChangeClass | undefined): Html | undefined {
  return change && html`<rect class="bar ${classNameOf(change)}" y="${top}" width="4" height="${height}"/>`;
}
