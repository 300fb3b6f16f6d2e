import * as pulumi from "@pulumi/pulumi";

/** A reason against one option of a component. */
export type OptionProblem = pulumi.InputPropertyErrorDetails;

/** Whether an option can be judged before the component runs: neither missing nor the output of a resource. */
export function isPlain(value: unknown): boolean {
  return value !== undefined && !pulumi.Output.isInstance(value) && !(value instanceof Promise);
}

/** One problem for each option that is given and isn't among those simulated. */
export function notSimulated(options: object, simulated: readonly string[]): OptionProblem[] {
  return Object.entries(options)
    .filter(([name, value]) => value !== undefined && !simulated.includes(name))
    .map(([propertyPath]) => ({
      propertyPath,
      reason: "not simulated: leave it out in the sandbox, or teach sandbox/eks what the real provider makes of it",
    }));
}

/** One problem for each of these options that is the output of a resource: they decide which resources there are. */
export function mustBePlain(options: object, names: readonly string[]): OptionProblem[] {
  return Object.entries(options)
    .filter(([name, value]) => names.includes(name) && value !== undefined && !isPlain(value))
    .map(([propertyPath]) => ({
      propertyPath,
      reason: "the output of a resource; it decides which resources there are, so give a plain value",
    }));
}

/** One problem for each pair of options that are both given. */
export function bothGiven(options: object, pairs: readonly (readonly [string, string])[]): OptionProblem[] {
  const names = new Set(Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [name])));
  return pairs
    .filter(([first, second]) => names.has(first) && names.has(second))
    .map(([first, second]) => ({
      propertyPath: first,
      reason: `"${first}" and "${second}" exclude each other: give one`,
    }));
}

/** The problem with a version or an image that the real provider would ask AWS for. The simulation asks nobody. */
export function mustBePinned(propertyPath: string, lookup: string): OptionProblem {
  return { propertyPath, reason: `missing; the real provider asks AWS for ${lookup}, the sandbox asks nobody: pin it` };
}

/**
 * Refuses a component whose options have problems, all of them in one error.
 *
 * @throws InputPropertiesError naming each option with the reason against it; the engine prints it without a stack.
 */
export function refuse(type: string, name: string, problems: readonly OptionProblem[]): void {
  if (problems.length === 0) return;
  throw new pulumi.InputPropertiesError({
    message: `${type} "${name}" can't be constructed:`,
    errors: [...problems],
  });
}
