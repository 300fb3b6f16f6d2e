/** Something that runs in a namespace: what a reader would call one system, however many objects it is made of. */
export interface Component {
  /** `namespace/name`; what calls refer to. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  /** What it is, in a few words: `3 StatefulSets, 18 pods`. */
  readonly what: string;
  /** Labels of its pods, a set for each template: what selectors are compared with. */
  readonly pods: readonly Readonly<Record<string, unknown>>[];
  /** Services by which it is reached, beyond those whose selector finds its pods. */
  readonly services: readonly string[];
  /** Everything that is configured of it, in which names of others are looked for. */
  readonly data: readonly unknown[];
  /** Names of the resources and objects that make it, as changes name them. */
  readonly things: readonly string[];
}

/** The id of what a namespace has under a name. */
export function componentId(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}
