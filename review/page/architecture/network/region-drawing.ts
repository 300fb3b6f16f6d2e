import { html } from "../../html";
import { shortened, textWidth } from "../measure";
import { changeBar, classNameOf, text } from "../svg";
import { type Drawn, drawNetwork } from "./drawing";
import { poolsIn, type Region } from "./infrastructure";
import type { Named } from "./network";

/** Sizes in pixels. */
const PADDING = 14;
const GAP = 14;
const HEAD = 34;
const ROW = 20;
/** Characters of a name that are shown. */
const LONGEST = 36;

/** A region: its networks, and beside them what is of no network. */
export function drawRegion({ name, networks, services, pools }: Region): Drawn {
  const housed = poolsIn(networks, pools);
  const homeless = pools.filter((pool) => !housed.includes(pool));
  const lists = [
    ...services.map((service) => ({ title: service.name, members: service.members })),
    ...(homeless.length === 0 ? [] : [{ title: "In subnets not known yet", members: homeless }]),
  ];
  const listWidth = Math.max(0, ...lists.map(({ title, members }) => widthOf(title, members)));
  const left = column(networks.map((network) => drawNetwork(network, pools)));
  const right = column(lists.map(({ title, members }) => drawList(title, members, listWidth)));
  const between = left.width > 0 && right.width > 0 ? GAP : 0;
  const width = Math.max(left.width + between + right.width, 200) + 2 * PADDING;
  const height = HEAD + Math.max(left.height, right.height) + PADDING;
  return {
    width,
    height,
    markup: html`<rect class="frame region" x="1" y="1" width="${width - 2}" height="${height - 2}" rx="8"/>${text(PADDING, 22, "box-title", name)}
<g transform="translate(${PADDING} ${HEAD})">${left.markup}</g>
<g transform="translate(${PADDING + left.width + between} ${HEAD})">${right.markup}</g>`,
  };
}

/** Parts below each other. */
function column(parts: readonly Drawn[]): Drawn {
  let top = 0;
  const markup = parts.map((part) => {
    const placed = html`<g transform="translate(0 ${top})">${part.markup}</g>
`;
    top += part.height + GAP;
    return placed;
  });
  return {
    markup: html`${markup}`,
    width: Math.max(0, ...parts.map(({ width }) => width)),
    height: Math.max(0, top - GAP),
  };
}

function widthOf(title: string, members: readonly Named[]): number {
  const names = members.map(
    ({ name, change }) =>
      textWidth(shortened(name, LONGEST), { size: 12, monospaced: true }) +
      (change === undefined ? 0 : textWidth(change, { size: 11, bold: true }) + GAP),
  );
  return Math.max(textWidth(title, { size: 13, bold: true }), ...names) + 24;
}

/** A service with the names of what is kept in it. */
function drawList(title: string, members: readonly Named[], width: number): Drawn {
  const height = 34 + members.length * ROW;
  const row = ({ name, change }: Named, index: number) => {
    const base = 44 + index * ROW;
    const mark = change && html`<tspan class="mark ${classNameOf(change)}" dx="8">${change}</tspan>`;
    return html`<g><title>${name}</title>${changeBar(base - 14, ROW, change)}<text class="name" x="12" y="${base}">${shortened(name, LONGEST)}${mark}</text></g>
`;
  };
  return {
    width,
    height,
    markup: html`<rect class="box outside" width="${width}" height="${height}" rx="6"/>${text(12, 20, "box-title", title)}
${members.map(row)}`,
  };
}
