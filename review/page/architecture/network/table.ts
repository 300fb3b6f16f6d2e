import { type Html, html } from "../../html";
import type { Region } from "./infrastructure";
import { lanesOf } from "./lanes";

/** The same as the picture, in words: a row for each group of subnets. */
export function infrastructureTable(regions: readonly Region[]): Html {
  const rows = regions.flatMap(({ name, networks, pools }) =>
    networks.flatMap((network) =>
      lanesOf(network, pools).map(
        ({
          title,
          ways,
          cells,
          pools: own,
        }) => html`<tr><th scope="row"><code>${title}</code><span class="basis">${network.name}, ${name}</span></th>
<td>${cells.map((cell) => cell && html`<span class="basis">${cell.zone}: ${cell.cidr || "not known yet"}</span>`)}</td>
<td>${ways.join(", ")}</td>
<td>${own.map((pool) => html`<code>${pool.name}</code><span class="basis">${pool.detail}</span>`)}</td></tr>
`,
      ),
    ),
  );
  return html`<table><caption class="unseen">Groups of subnets, and what is in them</caption><thead><tr><th scope="col">Subnets</th><th scope="col">Addresses</th><th scope="col">Leaves through</th><th scope="col">Nodes and control planes</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}
