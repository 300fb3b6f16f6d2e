import { type KubeObject, referenceOf, referenceText } from "../../../charts/kube-object";
import { objectsIn } from "../../../policies/estate-of-plan";
import { type PlannedResource, resourceText } from "../../../policies/resource";
import { counted } from "../../words";
import { type Html, html } from "../html";
import { searchBox } from "../search-box";
import type { Section } from "../section";
import { yamlOf } from "../yaml/side-by-side";

/** A resource or an object of the listing. */
interface Entry {
  readonly name: string;
  readonly protected: boolean;
  readonly yaml: unknown;
}

/** Everything that a stack is made of, one by one, with its YAML: for a stack alone, where nothing is compared. */
export function listingSection(resources: readonly PlannedResource[], objects: readonly KubeObject[]): Section {
  const groups = new Map<string, Entry[]>();
  const put = (group: string, entry: Entry) => groups.set(group, [...(groups.get(group) ?? []), entry]);
  for (const object of objects) {
    const namespace = object.metadata.namespace ?? (object.kind === "Namespace" ? object.metadata.name : undefined);
    const group = namespace === undefined ? "Objects of the whole cluster" : `Namespace ${namespace}`;
    put(group, { name: referenceText(referenceOf(object)), protected: false, yaml: object });
  }
  for (const resource of resources.filter((one) => one.custom && objectsIn(one).length === 0)) {
    const group = `Resources of ${resource.type.split("/")[0] ?? resource.type}`;
    put(group, { name: resourceText(resource), protected: resource.protect, yaml: resource.inputs });
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const body = html`${searchBox({ noun: "thing", list: "listing" })}
<div id="listing">${sorted.map(([title, entries]) => groupMarkup(title, entries))}</div>`;
  return { id: "everything", title: "Everything in the stack", body };
}

function groupMarkup(title: string, entries: readonly Entry[]): Html {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  return html`<div class="group"><h3>${title} <span class="count">${counted(entries.length, "entry", "entries")}</span></h3>
<ul class="things">${sorted.map(item)}</ul></div>
`;
}

function item({ name, protected: isProtected, yaml }: Entry): Html {
  return html`<li class="thing"><details class="listed"><summary><span class="thing-name">${name}</span>${isProtected && html` <span class="tag">protected</span>`}</summary>
${yamlOf(yaml, "none")}</details></li>
`;
}
