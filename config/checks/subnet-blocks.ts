import type { Finding } from "../finding";
import type { StackConfig } from "../stack-schema";
import type { Cidr } from "../units/cidr";
import { check } from "./check";
import { VPC_PREFIX } from "./vpc-size";

interface SubnetBlock {
  readonly name: string;
  readonly path: Finding["path"];
  readonly block: Cidr;
}

function subnetBlocks(subnets: StackConfig["network"]["subnets"]): SubnetBlock[] {
  return Object.entries(subnets).flatMap(([group, { cidrs }]) =>
    Object.entries(cidrs).map(([zone, block]) => ({
      name: `${group} in ${zone}`,
      path: ["network", "subnets", group, "cidrs", zone],
      block,
    })),
  );
}

/** Every subnet has a size that AWS takes. Source: Amazon VPC user guide, "Subnet CIDR blocks". */
export const subnetSize = check({ network: ["subnets"] }, ({ network: { subnets } }) => {
  const { shortest, longest } = VPC_PREFIX;
  return subnetBlocks(subnets)
    .filter(({ block }) => block.prefixLength < shortest || block.prefixLength > longest)
    .map(({ path, block }) => ({
      path,
      given: `${block}, ${block.size} addresses`,
      allowed: `a block from /${shortest} to /${longest}`,
      mend: `change the number after the slash to one from ${shortest} to ${longest}`,
    }));
});

/** Every subnet lies inside the VPC. */
export const subnetsInsideVpc = check({ network: ["cidr", "subnets"] }, ({ network: { cidr, subnets } }) =>
  subnetBlocks(subnets)
    .filter(({ block }) => !cidr.contains(block))
    .map(({ path, block }) => ({
      path,
      given: `${block}`,
      allowed: `a block inside the VPC's ${cidr}`,
      mend: "choose a free block of the VPC, or widen vantage:network.cidr",
    })),
);

/** No two subnets share an address; of two that do, the later one is reported. */
export const subnetsDisjoint = check({ network: ["subnets"] }, ({ network: { subnets } }) => {
  const blocks = subnetBlocks(subnets);
  return blocks.flatMap(({ path, block }, index) => {
    const taken = blocks.slice(0, index).find((earlier) => earlier.block.overlaps(block));
    return taken === undefined
      ? []
      : [
          {
            path,
            given: `${block}, which overlaps ${taken.block} (${taken.name})`,
            allowed: "a block that no other subnet uses",
            mend: "choose a free block of the VPC",
          },
        ];
  });
});
