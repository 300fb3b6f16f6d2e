import type { Finding } from "../finding";
import type { ParsedStack, SectionName } from "../parse-sections";
import type { StackConfig } from "../stack-schema";

/**
 * What a check has to have read before it can judge, by section: the names of fields; `whole` for all of it; `entries` for those entries of a
 * section that are right by themselves, where the others don't matter.
 */
type Needs = { readonly [Section in SectionName]?: readonly (keyof StackConfig[Section])[] | "whole" | "entries" };

/** The fields of a section that are asked for, or all of them. */
type FieldsOf<Section, Need> = Need extends readonly (infer Field)[] ? Pick<Section, Field & keyof Section> : Section;

/** The part of a stack that a check has asked for, and so may rely on. */
type Needed<Asked extends Needs> = {
  readonly [Section in keyof Asked & SectionName]: FieldsOf<StackConfig[Section], Asked[Section]>;
};

/** A rule across fields: what no single field can know. */
export interface Check {
  /** Whether enough of a file could be read for the check to run. */
  readonly canRun: (parsed: ParsedStack) => boolean;
  /** What is wrong; empty when nothing is. */
  readonly find: (config: StackConfig) => Finding[];
}

/** Makes a check of a pure function, which sees what it needs and nothing else. */
export function check<const Asked extends Needs>(needs: Asked, find: (config: Needed<Asked>) => Finding[]): Check {
  const asked = Object.entries(needs) as [SectionName, Needs[SectionName]][];
  return {
    canRun: ({ sections }) =>
      asked.every(([name, need]) => {
        const { fields, complete } = sections[name];
        return complete || need === "entries" || (Array.isArray(need) && need.every((field) => field in fields));
      }),
    find: (config) => find(config as Needed<Asked>),
  };
}
