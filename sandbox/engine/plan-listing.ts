import type { Palette } from "./palette";
import type { PlanFile, PlanResource } from "./plan-file";

/** Lines that show a plan to a person: the tree of components, each with the number of resources below it, and the total. */
export function planListing({ stack, resources }: PlanFile, palette: Palette): readonly string[] {
  const children = new Map<string | null, PlanResource[]>();
  for (const resource of resources) children.set(resource.parent, [...(children.get(resource.parent) ?? []), resource]);
  const below = (urn: string): readonly PlanResource[] => children.get(urn) ?? [];
  const countBelow = (urn: string): number => below(urn).reduce((sum, child) => sum + 1 + countBelow(child.urn), 0);

  const lines = (resource: PlanResource, indent: string): readonly string[] => {
    const count = countBelow(resource.urn);
    const label = `${indent}${resource.name}  ${palette.dim(resource.type)}`;
    const protection = resource.protect ? palette.yellow("  protected") : "";
    if (count === 0) return [`${label}${protection}`];
    const inner = below(resource.urn).flatMap((child) => lines(child, `${indent}  `));
    return [
      `${palette.bold(`${indent}${resource.name}`)}  ${palette.dim(resource.type)}${protection}  ${amount(count)}`,
      ...inner,
    ];
  };

  const roots = resources.filter(({ parent }) => parent === null);
  const made = resources.filter(({ custom }) => custom).length;
  return [
    ...roots.flatMap((root) => lines(root, "")),
    "",
    `${palette.bold(stack)}: ${amount(resources.length)}, ${made} of them made by a provider`,
  ];
}

/** A number of resources in words. */
export function amount(count: number): string {
  return count === 1 ? "1 resource" : `${count} resources`;
}
