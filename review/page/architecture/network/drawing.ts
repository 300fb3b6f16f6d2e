import { type Html, html } from "../../html";
import { fitted, textWidth } from "../measure";
import { changeBar, detailText, text } from "../svg";
import { type Lane, lanesOf } from "./lanes";
import type { Network, Pool, Subnet } from "./network";

/** Sizes in pixels. */
const PADDING = 14;
const GAP = 10;
const CELL_WIDTH = 164;
const CELL = 28;
/** Of a cell that says what stands in the subnet. */
const TALL_CELL = 44;
const POOL = 44;
const HEAD = 58;
const ZONE_HEAD = 26;
const NAME = { size: 12, monospaced: true } as const;
const DETAIL = { size: 11 } as const;

/** A drawn part and its size, in pixels. */
export interface Drawn {
  readonly markup: Html;
  readonly width: number;
  readonly height: number;
}

/** A network: zones as columns, groups of subnets as rows, pools across the zones that they are in. */
export function drawNetwork(network: Network, pools: readonly Pool[]): Drawn {
  const lanes = lanesOf(network, pools);
  const labels =
    Math.max(
      90,
      ...lanes.map(({ title }) => textWidth(title, NAME)),
      ...lanes.flatMap(({ ways }) => ways.map((way) => textWidth(way, DETAIL))),
    ) + GAP;
  const columns = Math.max(1, network.zones.length);
  const inner = labels + columns * CELL_WIDTH + (columns - 1) * GAP;
  const width = inner + 2 * PADDING;
  const left = (zone: number) => PADDING + labels + zone * (CELL_WIDTH + GAP);
  let top = HEAD + ZONE_HEAD;
  const rows = lanes.map((lane) => {
    const drawn = drawLane(lane, labels, inner);
    const markup = html`<g transform="translate(${PADDING} ${top})">${drawn.markup}</g>`;
    top += drawn.height + GAP;
    return markup;
  });
  const endpoints = wrapped(network.endpoints.map(({ name }) => name).join(", "), Math.floor(inner / 7));
  const foot = endpoints.length === 0 ? 0 : 22 + endpoints.length * 16;
  const height = top + foot + 4;
  const zones = network.zones.map(
    (
      zone,
      index,
    ) => html`<rect class="zone" x="${left(index) - GAP / 2}" y="${HEAD}" width="${CELL_WIDTH + GAP}" height="${top - HEAD}"/>
${text(left(index), HEAD + 17, "caption", zone || "zone not known")}`,
  );
  const ways = network.ways.map(({ name }) => name).join(", ");
  return {
    width,
    height,
    markup: html`<rect class="frame" width="${width}" height="${height}" rx="6"/>${changeBar(0, height, network.change)}
${text(PADDING, 22, "box-title", `VPC ${network.name}`)}
${detailText(PADDING, 40, [network.cidr, ways].filter(Boolean).join(" · "), network.change)}
${zones}${rows}
${
  foot > 0 &&
  html`${text(PADDING, top + 14, "caption", "Endpoints of services in the network")}
${endpoints.map((line, index) => text(PADDING, top + 32 + index * 16, "name", line))}`
}`,
  };
}

function drawLane({ title, ways, cells, pools }: Lane, labels: number, inner: number): Drawn {
  const cellHeight = cells.some((cell) => cell !== undefined && isTall(cell)) ? TALL_CELL : CELL;
  const cellsHeight = cells.length === 0 ? 0 : cellHeight + GAP / 2;
  const labelHeight = 18 + ways.length * 15;
  const height = Math.max(cellsHeight + pools.length * (POOL + GAP / 2) - GAP / 2, labelHeight, CELL);
  const left = (zone: number) => labels + zone * (CELL_WIDTH + GAP);
  const cell = (subnet: Subnet | undefined, zone: number) =>
    subnet && html`<g transform="translate(${left(zone)} 0)">${drawCell(subnet, cellHeight)}</g>`;
  const pool = (one: Pool, index: number) => {
    const here = cells
      .map((subnet, zone) => (subnet && one.subnets.has(subnet.urn) ? zone : -1))
      .filter((zone) => zone >= 0);
    const from = left(Math.min(...(here.length === 0 ? [0] : here)));
    const to = here.length === 0 ? inner : left(Math.max(...here)) + CELL_WIDTH;
    return html`<g transform="translate(${from} ${cellsHeight + index * (POOL + GAP / 2)})">${drawPool(one, to - from)}</g>`;
  };
  return {
    width: inner,
    height,
    markup: html`${text(0, 16, "name", title)}${ways.map((way, index) => text(0, 32 + index * 15, "detail", way))}
${cells.map(cell)}${pools.map(pool)}`,
  };
}

function isTall({ holds, change }: Subnet): boolean {
  return holds.length > 0 || change !== undefined;
}

function drawCell(subnet: Subnet, height: number): Html {
  return html`<rect class="box outside" width="${CELL_WIDTH}" height="${height}" rx="3"/>${changeBar(0, height, subnet.change)}
${text(GAP, 18, "name", fitted(subnet.cidr || "not known yet", CELL_WIDTH - 2 * GAP, NAME))}${detailText(GAP, 35, subnet.holds.join(", "), subnet.change)}`;
}

function drawPool({ name, detail, change }: Pool, width: number): Html {
  const room = width - 2 * GAP;
  const marked = change === undefined ? 0 : textWidth(`${change} · `, { ...DETAIL, bold: true });
  return html`<g><title>${name}: ${detail}</title><rect class="box" width="${width}" height="${POOL}" rx="4"/>${changeBar(0, POOL, change)}
${text(GAP, 18, "name", fitted(name, room, NAME))}${detailText(GAP, 34, fitted(detail, room - marked, DETAIL), change)}</g>`;
}

/** Lines of words that are no longer than this many characters. */
function wrapped(words: string, longest: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(" ").filter(Boolean)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > longest) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
