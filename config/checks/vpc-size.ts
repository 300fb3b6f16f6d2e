import { check } from "./check";

/** Longest and shortest prefix of a VPC's block. Source: Amazon VPC user guide, "VPC CIDR blocks". */
export const VPC_PREFIX = { shortest: 16, longest: 28 } as const;

/** The VPC's block has a size that AWS takes. */
export const vpcSize = check({ network: ["cidr"] }, ({ network: { cidr } }) => {
  const { shortest, longest } = VPC_PREFIX;
  if (cidr.prefixLength >= shortest && cidr.prefixLength <= longest) {
    return [];
  }
  return [
    {
      path: ["network", "cidr"],
      given: `${cidr}, ${cidr.size} addresses`,
      allowed: `a block from /${shortest} to /${longest}`,
      mend: `change the number after the slash to one from ${shortest} to ${longest}`,
    },
  ];
});
