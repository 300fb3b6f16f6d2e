import type { Finding } from "../finding";
import type { ParsedStack, SectionName } from "../parse-sections";
import type { StackConfig } from "../stack-schema";

/** A section of a stack file that has it. */
export type Section<Name extends SectionName> = NonNullable<StackConfig[Name]>;

/** What of a section a check has to have read: the names of fields; `whole` for all of it; `entries` for those entries that are right by themselves, where the others don't matter. */
type Need<Name extends SectionName> = readonly (keyof Section<Name>)[] | "whole" | "entries";

/** A need that a stack without the section meets, too: the check then sees `undefined`. */
interface IfThere<Asked> {
  readonly ifThere: Asked;
}

/** What a check has to have read before it can judge, by section. A stack that leaves out a section that isn't asked for by {@link ifThere} is not judged: it has nothing of the kind. */
type Needs = { readonly [Name in SectionName]?: Need<Name> | IfThere<Need<Name>> };

/** The fields of a section that are asked for, or all of them. */
type FieldsOf<Fields, Asked> = Asked extends readonly (infer Field)[] ? Pick<Fields, Field & keyof Fields> : Fields;

/** The part of a stack that a check has asked for, and so may rely on. */
type Needed<Asked extends Needs> = {
  readonly [Name in keyof Asked & SectionName]: Asked[Name] extends IfThere<infer Inner>
    ? FieldsOf<Section<Name>, Inner> | undefined
    : FieldsOf<Section<Name>, Asked[Name]>;
};

/** A rule across fields: what no single field can know. */
export interface Check {
  /** Whether enough of a file could be read for the check to run. */
  readonly canRun: (parsed: ParsedStack) => boolean;
  /** What is wrong; empty when nothing is. */
  readonly find: (config: StackConfig) => Finding[];
}

/** Asks for a section that the check can do without. */
export function ifThere<const Asked extends readonly PropertyKey[] | "whole" | "entries">(asked: Asked) {
  return { ifThere: asked };
}

/** Makes a check of a pure function, which sees what it needs and nothing else. */
export function check<const Asked extends Needs>(needs: Asked, find: (config: Needed<Asked>) => Finding[]): Check {
  const asked = Object.entries(needs) as [SectionName, Need<SectionName> | IfThere<Need<SectionName>>][];
  return {
    canRun: ({ sections }) =>
      asked.every(([name, wanted]) => {
        const optional = typeof wanted === "object" && "ifThere" in wanted;
        const need = optional ? wanted.ifThere : wanted;
        const { fields, complete, absent } = sections[name];
        if (absent) return optional;
        return complete || need === "entries" || (Array.isArray(need) && need.every((field) => field in fields));
      }),
    find: (config) => find(config as unknown as Needed<Asked>),
  };
}
