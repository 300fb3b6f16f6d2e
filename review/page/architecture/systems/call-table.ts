import { type Html, html } from "../../html";
import type { KnownCall } from "./calls/calls";

/** The arrows of the picture in words, with what says that they are there; namespaces that share a box have a row each. */
export function callTable(calls: readonly KnownCall[]): Html {
  const row = ({ from, to, ports, sources, kind }: KnownCall) =>
    html`<tr><th scope="row"><code>${from}</code></th><td>${kind === "metrics" && "watches "}<code>${to}</code></td><td>${ports.join(", ")}</td><td>${sources.map((source) => html`<span class="basis">${source}</span>`)}</td></tr>
`;
  return html`<table><caption class="unseen">Calls between systems</caption><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">Port</th><th scope="col">What says so</th></tr></thead>
<tbody>${calls.map(row)}</tbody></table>`;
}

/** What the lines of the picture mean. */
export const LEGEND: Html = html`<svg width="34" height="10" aria-hidden="true"><path class="call traffic" d="M0 5H26"/><path class="head traffic" d="M26 1 34 5 26 9Z"/></svg> calls
<svg width="34" height="10" aria-hidden="true"><path class="call metrics" d="M0 5H26"/><path class="head metrics" d="M26 1 34 5 26 9Z"/></svg> watches
<svg width="22" height="14" aria-hidden="true"><rect class="box outside" x="1" y="1" width="20" height="12" rx="3"/></svg> outside of the cluster`;
