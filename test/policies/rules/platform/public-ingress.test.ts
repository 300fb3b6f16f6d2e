import { publicIngress } from "../../../../policies/rules/platform/public-ingress";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const MORE = "which is more than any private network";

describeRule(publicIngress, {
  settings: { publicIngress: ["web"] },
  good: () => ({
    resources: [
      resource(INGRESS, "api", { cidrIpv4: "10.0.0.0/8" }),
      resource(INGRESS, "web", { cidrIpv4: "0.0.0.0/0" }),
      resource(RULE, "nodes", { type: "ingress", cidrBlocks: ["10.1.0.0/16"] }),
      resource(GROUP, "endpoints", { ingress: [{ cidrBlocks: ["10.2.0.0/16"], ipv6CidrBlocks: ["fc00::/7"] }] }),
    ],
  }),
  holds: [
    [
      "what goes out",
      (things) => things.resources.push(resource(RULE, "out", { type: "egress", cidrBlocks: ["0.0.0.0/0"] }) as never),
    ],
    [
      "a group that calls, in place of a block",
      (things) => {
        inputsIn(things).cidrIpv4 = undefined;
        inputsIn(things).referencedSecurityGroupId = "[unknown]";
      },
    ],
  ],
  breaks: [
    [
      "an address that is no block, even where the world may come in",
      (things) => {
        inputsIn(things).cidrIpv4 = "10.0.0.0";
        inputsIn(things, "web").cidrIpv4 = "anywhere";
      },
      [
        `${INGRESS} api: cidrIpv4: is 10.0.0.0; it has to be a block such as 10.0.0.0/8`,
        `${INGRESS} web: cidrIpv4: is anywhere; it has to be a block such as 10.0.0.0/8`,
      ],
    ],
    [
      "the whole of IPv4",
      (things) => Object.assign(inputsIn(things), { cidrIpv4: "0.0.0.0/0" }),
      [`${INGRESS} api: cidrIpv4: admits 0.0.0.0/0, ${MORE}`],
    ],
    [
      "the whole of IPv6",
      (things) => Object.assign(inputsIn(things), { cidrIpv6: "::/0" }),
      [`${INGRESS} api: cidrIpv6: admits ::/0, ${MORE}`],
    ],
    [
      "the world in two halves",
      (things) => Object.assign(inputsIn(things, "nodes"), { cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }),
      ["0.0.0.0/1", "128.0.0.0/1"].map(
        (block, index) => `${RULE} nodes: cidrBlocks[${index}]: admits ${block}, ${MORE}`,
      ),
    ],
    [
      "a rule in a group",
      (things) => Object.assign(inputsIn(things, "endpoints").ingress[0], { ipv6CidrBlocks: ["::/0"] }),
      [`${GROUP} endpoints: ingress[0].ipv6CidrBlocks[0]: admits ::/0, ${MORE}`],
    ],
  ],
  unreadable: [
    [
      "a block that is known later",
      (things) => Object.assign(inputsIn(things), { cidrIpv4: "[unknown]" }),
      [`${INGRESS} api: cidrIpv4 is unknown before it is created`],
    ],
  ],
});
