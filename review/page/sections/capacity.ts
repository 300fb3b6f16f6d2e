import { type Html, html } from "../html";
import type { Amounts, CapacityRow } from "../page-input";
import { frame, type Section } from "../section";

const GIBIBYTE = 2 ** 30;

/** How full each pool is, with the typical number of its nodes. */
export function capacitySection(rows: readonly CapacityRow[]): Section {
  const hasPods = rows.some(({ pods }) => pods !== undefined);
  const body = html`<p>What pods request, of what the typical number of nodes can give.</p>
${frame(
  "Capacity of the pools",
  html`<table class="figures"><caption>Pools of nodes</caption>
<thead><tr><th scope="col">Pool</th><th scope="col" class="number">Nodes</th><th scope="col">Processors, in cores</th><th scope="col">Memory, in GiB</th>${hasPods && html`<th scope="col">Pods</th>`}</tr></thead>
<tbody>${rows.map((row) => poolRow(row, hasPods))}</tbody></table>`,
)}`;
  return { id: "capacity", title: "Capacity", body };
}

function poolRow(
  { pool, instanceTypes, nodes, cpuCores, memoryBytes, pods, before, note }: CapacityRow,
  hasPods: boolean,
): Html {
  const was =
    before && before.nodes.typical !== nodes.typical && html`<span class="basis">was ${before.nodes.typical}</span>`;
  return html`<tr><th scope="row"><code>${pool}</code><span class="basis">${instanceTypes.join(", ")}</span>${note !== undefined && html`<span class="basis">${note}</span>`}</th>
<td class="number">${nodes.typical}${nodes.minimum !== nodes.maximum && html`<span class="basis">${nodes.minimum} to ${nodes.maximum}</span>`}${was}</td>
<td>${fill(cpuCores, before?.cpuCores, 1)}</td><td>${fill(memoryBytes, before?.memoryBytes, GIBIBYTE)}</td>${hasPods && html`<td>${pods && fill(pods, undefined, 1)}</td>`}</tr>
`;
}

/** A bar, and the figures that it shows. */
function fill(amounts: Amounts, before: Amounts | undefined, unit: number): Html {
  const percent = percentOf(amounts);
  const was = before === undefined ? undefined : percentOf(before);
  const figures = `${figure(amounts.requested / unit)} of ${figure(amounts.allocatable / unit)}`;
  const bar = html`<svg class="fill${percent > 100 ? " over" : ""}" viewBox="0 0 100 8" width="100" height="8" aria-hidden="true"><rect class="all" width="100" height="8" rx="2"/><rect class="used" width="${Math.max(0, Math.min(100, percent))}" height="8" rx="2"/></svg>`;
  return html`<span class="filled">${bar} ${percent} %</span><span class="basis">${figures}${was !== undefined && was !== percent && `, was ${was} %`}</span>`;
}

function percentOf({ requested, allocatable }: Amounts): number {
  return allocatable === 0 ? (requested === 0 ? 0 : 101) : Math.round((requested / allocatable) * 100);
}

/** With one decimal at the most. */
function figure(amount: number): string {
  return (Math.round(amount * 10) / 10).toLocaleString("en-US");
}
