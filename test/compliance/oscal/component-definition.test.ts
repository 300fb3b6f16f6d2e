import { assess } from "../../../compliance/assess";
import {
  CATALOGUE,
  componentDefinition,
  definitionText,
  PROPERTY_NAMESPACE,
} from "../../../compliance/oscal/component-definition";
import { CONTROL, grounds, ROTATION } from "../assessment-fixture";

const PROVENANCE = { modified: "2026-11-21T20:25:08Z", version: "abc" };

const definition = (control = CONTROL, provenance = PROVENANCE) =>
  componentDefinition({
    stack: "blue",
    assessments: assess([control], grounds("blue")),
    rules: [{ ...ROTATION, id: "unused" }, ROTATION],
    provenance,
  })["component-definition"];

describe("a component definition", () => {
  it("names for a control the resource and the rule that show it", () => {
    const [component] = definition().components;
    const [implementation] = component?.["control-implementations"] ?? [];
    expect(implementation?.source).toBe(CATALOGUE);
    const [requirement, ...more] = implementation?.["implemented-requirements"] ?? [];
    expect(more).toEqual([]);
    expect(requirement).toMatchObject({ "control-id": "sc-12", description: CONTROL.statement });
    const ns = PROPERTY_NAMESPACE;
    expect(requirement?.props).toEqual([
      { name: "resource", ns, value: "aws:kms/key:Key keys-data", remarks: "enableKeyRotation is true" },
      { name: "rule", ns, value: "key-rotation", remarks: "passed by 1" },
      { name: "fact", ns, value: "rotation", remarks: "is true" },
    ]);
  });

  it("describes the rules that it names, and links to them", () => {
    const { components, "back-matter": backMatter } = definition();
    const [rule, ...others] = backMatter.resources;
    expect(others).toEqual([]);
    expect(rule).toMatchObject({
      title: "Policy rule key-rotation",
      description: "Keys are rotated. A key that leaks stays of use.",
      rlinks: [{ href: ROTATION.link }],
    });
    expect(components[0]?.["control-implementations"][0]?.["implemented-requirements"][0]?.links).toEqual([
      { href: `#${rule?.uuid}`, rel: "reference", text: "Policy rule key-rotation" },
    ]);
  });

  it("tells an accepted exemption with its reason", () => {
    const accepts = [{ rule: "key-rotation", object: "a b", reason: "It signs nothing, and never will." }];
    const evidence = CONTROL.evidence.map((one) => ({ ...one, accepts }));
    const [component] = definition({ ...CONTROL, evidence }).components;
    expect(component?.["control-implementations"][0]?.["implemented-requirements"][0]?.props.at(-1)).toEqual({
      name: "accepted-exemption",
      ns: PROPERTY_NAMESPACE,
      value: "key-rotation: a b",
      remarks: "It signs nothing, and never will.",
    });
  });

  it("is the same bytes twice, and another document when it says something else", () => {
    expect(definitionText({ "component-definition": definition() })).toBe(
      definitionText({ "component-definition": definition() }),
    );
    const later = definition(CONTROL, { ...PROVENANCE, version: "abd" });
    expect(later.uuid).not.toBe(definition().uuid);
    expect(later.components[0]?.uuid).toBe(definition().components[0]?.uuid);
  });

  it("has no id twice", () => {
    const ids = [...definitionText({ "component-definition": definition() }).matchAll(/"uuid": "([^"]+)"/g)];
    expect(new Set(ids.map(([, id]) => id)).size).toBe(5);
    expect(ids).toHaveLength(5);
  });

  it("is not made where nothing is claimed", () => {
    const input = { stack: "green", assessments: [], rules: [], provenance: PROVENANCE };
    expect(() => componentDefinition(input)).toThrow("No control is claimed for green.");
  });
});
