import { type Html, html } from "../../html";
import { changeBar, detailText, text } from "../svg";
import { type PlacedRow, SIZES } from "./geometry";
import type { Layout } from "./layout";
import type { PlacedBox, Point } from "./placed";
import type { Arrow, Loop } from "./routes";

/** The systems and their calls as SVG. */
export function drawing({ width, height, boxes, arrows, loops }: Layout): Html {
  const heads = ["traffic", "metrics"].map(
    (kind) =>
      html`<marker id="head-${kind}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head ${kind}" d="M0 .5 8 4 0 7.5Z"/></marker>`,
  );
  return html`<svg class="picture" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="systems-title systems-description">
<title id="systems-title">Systems of the cluster and the calls between them</title>
<desc id="systems-description">${boxes.length} boxes with ${arrows.length + loops.length} arrows between them; the table of calls below says the same in words.</desc>
<defs>${heads}</defs>
${arrows.map(drawArrow)}${boxes.map(drawBox)}${loops.map(drawLoop)}</svg>`;
}

function drawBox({ left, top, width, height, title, subtitle, change, rows, inCluster, head }: PlacedBox): Html {
  return html`<g transform="translate(${left} ${top})"><rect class="box${inCluster ? "" : " outside"}" width="${width}" height="${height}" rx="6"/>${changeBar(0, head, change)}
${text(SIZES.padding, 20, "box-title", title)}${detailText(SIZES.padding, SIZES.titleHeight + 6, subtitle, change)}
${rows.length > 0 && html`<path class="rule" d="M0 ${head - 1}H${width}"/>`}${rows.map(drawRow)}</g>
`;
}

function drawRow({ name, detail, shownName, shownDetail, change, top, height }: PlacedRow): Html {
  return html`<g><title>${[name, detail].filter(Boolean).join(": ")}</title>${changeBar(top, height, change)}${text(SIZES.padding, top + 16, "name", shownName)}${detailText(SIZES.padding, top + 30, shownDetail, change)}</g>
`;
}

function drawArrow({ call, points }: Arrow): Html {
  return drawCall(call, curve(points));
}

function drawLoop({ call, x, from, to, depth }: Loop): Html {
  const out = x + 6 + Math.min(depth, 3) * 8;
  return drawCall(call, `M${x} ${from}C${out} ${from} ${out} ${to} ${x} ${to}`);
}

function drawCall({ from, to, ports, kind }: Arrow["call"], path: string): Html {
  const verb = kind === "traffic" ? "calls" : "watches";
  const at = ports.length === 0 ? "" : `, port ${ports.join(", ")}`;
  return html`<path class="call ${kind}" marker-end="url(#head-${kind})" d="${path}"><title>${from} ${verb} ${to}${at}</title></path>
`;
}

/** Through the points, level at each. */
function curve([first, ...rest]: readonly Point[]): string {
  if (first === undefined) return "";
  let before = first;
  const parts = rest.map((point) => {
    const middle = Math.round((before.x + point.x) / 2);
    const part =
      before.y === point.y ? `H${point.x}` : `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    before = point;
    return part;
  });
  return `M${first.x} ${first.y}${parts.join("")}`;
}
