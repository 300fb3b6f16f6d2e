import { type Html, html } from "../../html";
import type { Region } from "./infrastructure";
import { drawRegion } from "./region-drawing";

/** Between regions, in pixels. */
const GAP = 16;

/** The regions as SVG, one below the other. */
export function infrastructurePicture(regions: readonly Region[]): Html {
  const parts = regions.map(drawRegion);
  const width = Math.max(...parts.map((part) => part.width));
  let top = 0;
  const placed = parts.map(({ markup, height }) => {
    const group = html`<g transform="translate(0 ${top})">${markup}</g>
`;
    top += height + GAP;
    return group;
  });
  const height = top - GAP;
  return html`<svg class="picture" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="infrastructure-title infrastructure-description">
<title id="infrastructure-title">Regions, networks, zones and pools of nodes</title>
<desc id="infrastructure-description">In each region, networks with zones as columns and groups of subnets as rows; the table below says the same in words.</desc>
${placed}</svg>`;
}
