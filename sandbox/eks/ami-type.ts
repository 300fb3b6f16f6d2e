import type { OptionProblem } from "./option-check";

/** EC2 instance types: family, generation, processor, capabilities, size, such as `m7gd.2xlarge`. */
const INSTANCE_TYPE = /^[a-z]+[0-9]+([a-z])?-?[a-z]*\.[a-zA-Z0-9-]+$/;

/** Whether an instance type has an Arm processor: "g" right behind the generation. */
function isGraviton(instanceType: string): boolean {
  return INSTANCE_TYPE.exec(instanceType)?.[1] === "g";
}

/**
 * The EKS image type of Amazon Linux 2023 for a set of instance types: all of one architecture, x86 when there are none.
 * Source: pulumi-eks, nodejs/eks/nodes/nodegroup.ts, determineAmiType.
 *
 * @throws Error when the types mix architectures.
 */
export function al2023AmiType(instanceTypes: readonly string[]): string {
  const arm = instanceTypes.filter(isGraviton);
  if (arm.length > 0 && arm.length < instanceTypes.length) {
    throw new Error(
      `instance types must share one architecture; of ${instanceTypes.join(", ")}, Arm are ${arm.join(", ")}`,
    );
  }
  return arm.length > 0 ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD";
}

/** Problems with the instance types of a group, known before anything is created. */
export function instanceTypeProblems(instanceTypes: readonly unknown[]): OptionProblem[] {
  const types = instanceTypes.filter((type) => typeof type === "string");
  const malformed = types.filter((type) => !INSTANCE_TYPE.test(type));
  if (malformed.length > 0) {
    return [{ propertyPath: "instanceTypes", reason: `not instance types: ${malformed.join(", ")}` }];
  }
  try {
    al2023AmiType(types);
    return [];
  } catch (error) {
    return [{ propertyPath: "instanceTypes", reason: error instanceof Error ? error.message : String(error) }];
  }
}
