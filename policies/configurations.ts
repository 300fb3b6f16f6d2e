import type { Estate } from "./estate";
import { type Resource, Unreadable } from "./resource";
import { ifShown } from "./shown";

/** A type of resource that configures others: the versioning of a bucket, the policy of a queue. */
export interface Configuration<Inputs> {
  readonly type: string;
  /** Whether inputs name the resource that is configured; undefined where they can't tell. Reading what is unknown is no matter. */
  readonly names: (inputs: Partial<Inputs>) => boolean | undefined;
}

/**
 * The resources that configure another. AWS makes many a setting a resource of its own, which says by a name or id what it belongs to. Where that is known only after the update, the
 * plan still says what depends on what.
 *
 * @throws {Unreadable} when none belongs to it for certain, and one that depends on several such resources might.
 */
export function configurationsOf<Inputs>(
  owner: Pick<Resource, "urn" | "type">,
  { type, names }: Configuration<Inputs>,
  estate: Estate,
): readonly Resource<Inputs>[] {
  const candidates = estate.ofType<Inputs>(type).map((one) => ({ one, answer: belongs(one, owner, names, estate) }));
  const certain = candidates.filter(({ answer }) => answer === "yes").map(({ one }) => one);
  const unclear = candidates.find(({ answer }) => answer === "perhaps");
  if (certain.length === 0 && unclear !== undefined) {
    throw new Unreadable(`what ${unclear.one.name} belongs to`, "unknown before it is created");
  }
  return certain;
}

function belongs<Inputs>(
  one: Resource<Inputs>,
  owner: Pick<Resource, "urn" | "type">,
  names: Configuration<Inputs>["names"],
  estate: Estate,
): "yes" | "no" | "perhaps" {
  const named = ifShown(() => names(one.inputs));
  if (named !== undefined) return named ? "yes" : "no";
  const owners = estate.dependenciesOf(one, owner.type);
  if (!owners.some(({ urn }) => urn === owner.urn)) return "no";
  return owners.length === 1 ? "yes" : "perhaps";
}
