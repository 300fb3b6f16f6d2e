import type { KubeObject } from "../../../charts/kube-object";
import type { PlannedResource } from "../../../policies/resource";
import { counted } from "../../words";
import { changedThings } from "../architecture/changed-things";
import { infrastructureOf, type Region } from "../architecture/network/infrastructure";
import { infrastructurePicture } from "../architecture/network/picture";
import { infrastructureTable } from "../architecture/network/table";
import { PlanIndex } from "../architecture/plan-index";
import type { Row, Systems } from "../architecture/systems/box";
import { systemsOf } from "../architecture/systems/boxes";
import { callTable, LEGEND } from "../architecture/systems/call-table";
import { callsOf, type KnownCall } from "../architecture/systems/calls/calls";
import { drawing } from "../architecture/systems/drawing";
import { layOut } from "../architecture/systems/layout";
import { worldOf } from "../architecture/systems/world";
import { type Html, html } from "../html";
import type { ReviewedChange } from "../page-input";
import { frame, type Section } from "../section";

/** The stack in two pictures, drawn from the plan and the objects; what changes is marked. Each picture is also there in words. */
export function architectureSection(
  resources: readonly PlannedResource[],
  objects: readonly KubeObject[],
  changes: readonly ReviewedChange[],
): Section {
  const changed = changedThings(changes);
  const regions = infrastructureOf(new PlanIndex(resources), objects, changed);
  const world = worldOf(resources, objects);
  const calls = callsOf(world);
  const systems = systemsOf(world, calls, changed);
  const body = html`${regions.length > 0 && infrastructure(regions)}
${systems.boxes.length > 0 && systemsPart(systems, calls)}
${systems.silent.length > 0 && silentPart(systems.silent)}`;
  return { id: "architecture", title: "Architecture", body };
}

/** For narrow screens, on which the style shows it. */
const SIDEWAYS = html`<span class="sideways">The picture is wider than the screen: it scrolls sideways. </span>`;

function infrastructure(regions: readonly Region[]): Html {
  return html`<h3>Infrastructure</h3>
<figure>${frame("Picture of the infrastructure", infrastructurePicture(regions))}
<figcaption>${SIDEWAYS}Columns are availability zones, rows groups of subnets; below a group's name is how its traffic leaves the network.</figcaption></figure>
<details class="listed"><summary>The infrastructure in words</summary>${frame("Infrastructure in words", infrastructureTable(regions))}</details>`;
}

function systemsPart(systems: Systems, calls: readonly KnownCall[]): Html {
  return html`<h3>Systems and their calls</h3>
<figure>${frame("Picture of the systems", drawing(layOut(systems)))}
<figcaption>${SIDEWAYS}${LEGEND}</figcaption></figure>
<p>An arrow is drawn where a network policy admits a call, or where the configuration of a system names what it calls. Everything looks up names in DNS; that isn't drawn.</p>
<details class="listed"><summary>${counted(calls.length, "call")} in words</summary>${frame("Calls in words", callTable(calls))}</details>`;
}

function silentPart(rows: readonly Row[]): Html {
  return html`<h3>Namespaces of which the data shows no call</h3>
<ul class="silent">${rows.map(({ name, detail }) => html`<li><code>${name}</code>${detail !== "" && html` runs <code>${detail}</code>`}</li>`)}</ul>`;
}
