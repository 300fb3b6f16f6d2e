import { isBlock, isBroad } from "../../address-blocks";
import type { Resource } from "../../resource";
import { problem } from "../../rule";
import { resourceSubject, subjectRule } from "../../subject-rule";
import { isMapping, type Mapping } from "../../walk";

/** Rules that say in themselves which block they admit. */
const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
/** Rules that say which way they are about. */
const GROUP_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
/** Groups that may have rules in them. */
const GROUPS = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] as const;

/** Nobody outside is let in, save by the rules that the stack lists. What goes out is left to policies and endpoints. */
export const publicIngress = subjectRule(
  {
    id: "public-ingress",
    title: "No security group admits the internet, save by the rules that the stack lists",
    severity: "critical",
    enforcement: "mandatory",
    why: "Whatever listens behind the group is found by the first scanner that passes, in minutes.",
    remediation:
      "Name the blocks or the security group that really call; if the world has to, list the rule by its logical name in vantage:policies.publicIngress.",
    link: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  },
  {
    appliesTo: [INGRESS_RULE, GROUP_RULE, ...GROUPS],
    candidates: (estate) =>
      [INGRESS_RULE, GROUP_RULE, ...GROUPS].flatMap((type) =>
        estate.ofType(type).map((resource) => ({
          subject: resourceSubject(resource),
          check: () => {
            const admitted = blocksOf(resource);
            if (admitted === undefined) return undefined;
            const mayBeBroad = estate.settings.publicIngress.includes(resource.name);
            return admitted.flatMap(({ path, block }) => {
              if (!isBlock(block)) return [problem(path, `is ${block}; it has to be a block such as 10.0.0.0/8`)];
              return isBroad(block) && !mayBeBroad
                ? [problem(path, `admits ${block}, which is more than any private network`)]
                : [];
            });
          },
        })),
      ),
  },
);

interface Admitted {
  readonly path: readonly (string | number)[];
  readonly block: string;
}

/** The blocks that a resource admits; undefined for a rule about the other direction. */
function blocksOf({ type, inputs }: Resource): readonly Admitted[] | undefined {
  if (type === GROUP_RULE) return inputs.type === "ingress" ? blocksIn(inputs, []) : undefined;
  if (type === INGRESS_RULE) return blocksIn(inputs, []);
  const rules = Array.isArray(inputs.ingress) ? inputs.ingress : [];
  return rules.flatMap((rule, index) => (isMapping(rule) ? blocksIn(rule, ["ingress", index]) : []));
}

function blocksIn(rule: Mapping, path: Admitted["path"]): readonly Admitted[] {
  const single = ["cidrIpv4", "cidrIpv6"].flatMap((key) => admitted(rule[key], [...path, key]));
  const listed = ["cidrBlocks", "ipv6CidrBlocks"].flatMap((key) => {
    const blocks = rule[key];
    return Array.isArray(blocks) ? blocks.flatMap((block, index) => admitted(block, [...path, key, index])) : [];
  });
  return [...single, ...listed];
}

function admitted(block: unknown, path: Admitted["path"]): readonly Admitted[] {
  return typeof block === "string" && block !== "" ? [{ path, block }] : [];
}
