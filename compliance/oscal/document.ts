/**
 * The part of OSCAL's component definition model that is written, with the names of its JSON format. What a document has to be is said by the published schema, which every document
 * is held to before it is written: `schema.ts`.
 *
 * Source: NIST, OSCAL Component Definition Model, JSON Format Reference.
 */
export interface ComponentDefinition {
  readonly "component-definition": {
    readonly uuid: string;
    readonly metadata: {
      readonly title: string;
      /** With its time zone, `2026-11-21T20:25:08Z`. */
      readonly "last-modified": string;
      readonly version: string;
      readonly "oscal-version": string;
    };
    readonly components: readonly Component[];
    readonly "back-matter": { readonly resources: readonly Resource[] };
  };
}

/** What implements controls. */
export interface Component {
  readonly uuid: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly "control-implementations": readonly {
    readonly uuid: string;
    /** The catalogue that defines the controls. */
    readonly source: string;
    readonly description: string;
    readonly "implemented-requirements": readonly Requirement[];
  }[];
}

/** How a component meets one control. */
export interface Requirement {
  readonly uuid: string;
  readonly "control-id": string;
  readonly description: string;
  readonly props: readonly Property[];
  readonly links: readonly { readonly href: string; readonly rel: string; readonly text: string }[];
}

/** A piece of evidence. */
export interface Property {
  readonly name: string;
  /** Says whose name it is: a name of ours without it would be taken for one of OSCAL's own. */
  readonly ns: string;
  readonly value: string;
  readonly remarks?: string;
}

/** What links lead to. */
export interface Resource {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly rlinks?: readonly { readonly href: string }[];
}
