import { v5 } from "uuid";
import type { Rule } from "../../policies/rule";
import type { Assessment, NamedPiece } from "../assess";
import type { Provenance } from "../provenance";
import type { ComponentDefinition, Property, Requirement, Resource } from "./document";

/** Release of OSCAL whose schema documents are held to. */
export const OSCAL_VERSION = "1.2.3";

/** The catalogue that the control ids are of: NIST SP 800-53 revision 5, as NIST publishes it in OSCAL. */
export const CATALOGUE =
  "https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json";

/** Whose the names of properties are. */
export const PROPERTY_NAMESPACE = "urn:vantage:platform:evidence";

/** Under which all ids are made. It has never to change: readers know a component by its id from one document to the next. */
const ID_NAMESPACE = v5(PROPERTY_NAMESPACE, v5.URL);

/** What a definition is made of. */
export interface Definition {
  readonly stack: string;
  readonly assessments: readonly Assessment[];
  readonly rules: readonly Rule[];
  readonly provenance: Provenance;
}

/**
 * The evidence of a stack as an OSCAL component definition. Ids are made of names (UUID version 5), so that the same evidence gives the same bytes; only the document's own is made of
 * all that it holds, because a document that says something else is another document.
 *
 * @throws {RangeError} when no control is claimed: OSCAL has no empty definition
 */
export function componentDefinition({ stack, assessments, rules, provenance }: Definition): ComponentDefinition {
  if (assessments.length === 0) throw new RangeError(`No control is claimed for ${stack}.`);
  const id = (...parts: readonly string[]) => v5([stack, ...parts].join("/"), ID_NAMESPACE);
  const ruleId = (name: string) => id("rule", name);
  const named = new Set(assessments.flatMap(({ evidence }) => evidence.rules));
  const body = {
    metadata: {
      title: `Vantage platform, stack ${stack}`,
      "last-modified": provenance.modified,
      version: provenance.version,
      "oscal-version": OSCAL_VERSION,
    },
    components: [
      {
        uuid: id("component"),
        type: "service",
        title: `Vantage platform, stack ${stack}`,
        description: `The resources that Pulumi makes for stack ${stack} and the objects that are deployed to its cluster.`,
        "control-implementations": [
          {
            uuid: id("controls"),
            source: CATALOGUE,
            description: `Controls that the plan of stack ${stack}, its manifests and the policy rules over both show.`,
            "implemented-requirements": assessments.map((assessment) =>
              requirement(assessment, id("control", assessment.control.id), ruleId),
            ),
          },
        ],
      },
    ],
    "back-matter": {
      resources: rules.filter(({ id }) => named.has(id)).map((rule) => described(rule, ruleId(rule.id))),
    },
  };
  return { "component-definition": { uuid: id("document", JSON.stringify(body)), ...body } };
}

/** The text of a definition, as it is written. */
export function definitionText(definition: ComponentDefinition): string {
  return `${JSON.stringify(definition, null, 2)}\n`;
}

function requirement(
  { control, evidence, pieces }: Assessment,
  uuid: string,
  ruleId: (name: string) => string,
): Requirement {
  return {
    uuid,
    "control-id": control.id,
    description: control.statement,
    props: [
      ...pieces.flatMap(properties),
      ...evidence.accepts.map(({ rule, object, reason }) =>
        property("accepted-exemption", `${rule}: ${object}`, reason),
      ),
    ],
    links: evidence.rules.map((name) => ({ href: `#${ruleId(name)}`, rel: "reference", text: `Policy rule ${name}` })),
  };
}

/** A rule, a fact and each resource are a property of their own, so that a reader can look one up by its value. */
function properties(piece: NamedPiece): readonly Property[] {
  if (piece.outcome === "missing") return [];
  if (piece.kind !== "resource") return [property(piece.kind, piece.name, piece.says)];
  return piece.subjects.map((subject) => property("resource", subject, piece.says));
}

function property(name: string, value: string, remarks: string): Property {
  return { name, ns: PROPERTY_NAMESPACE, value, remarks };
}

function described({ id, title, why, link }: Rule, uuid: string): Resource {
  return { uuid, title: `Policy rule ${id}`, description: `${title}. ${why}`, rlinks: [{ href: link }] };
}
