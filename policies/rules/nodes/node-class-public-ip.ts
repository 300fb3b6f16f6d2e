import type { ec2 } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { listAt, mappingAt } from "../../../charts/checks/object-readers";
import { objectRule, problem } from "../../rule";

const TERMS = ["spec", "subnetSelectorTerms"];

/** Nodes that Karpenter launches get no address of the internet, neither by their class nor by their subnet. */
export const nodeClassPublicIp = objectRule(
  {
    id: "node-class-public-ip",
    title: "Node classes give no public address, and select no subnet that does",
    severity: "high",
    enforcement: "mandatory",
    why: "The node could be reached from the internet, past the NAT gateways and whatever watches them.",
    remediation: "Leave associatePublicIPAddress out, and take the discovery tag off public subnets.",
    link: "https://karpenter.sh/docs/concepts/nodeclasses/",
  },
  {
    kinds: ["karpenter.k8s.aws/EC2NodeClass"],
    check: (nodeClass, estate) => {
      const { associatePublicIPAddress: isPublic } = mappingAt(nodeClass, ["spec"]);
      const terms = listAt(nodeClass, TERMS).map((term) => mappingAt(term, ["tags"]));
      const open = estate
        .ofType<Unwrap<ec2.SubnetArgs>>("aws:ec2/subnet:Subnet")
        .filter(({ inputs }) => inputs.mapPublicIpOnLaunch === true)
        .filter(({ inputs: { tags } }) => terms.some((term) => selects(term, tags ?? {})));
      return [
        ...(isPublic === true
          ? [problem("spec.associatePublicIPAddress", "is true; it has to be false, or left out")]
          : []),
        ...open.map(({ name }) => problem(TERMS, `select ${name}, which has mapPublicIpOnLaunch true`)),
      ];
    },
  },
);

/** Whether a term of tags selects a subnet. One without tags goes by id, which a preview doesn't know. */
function selects(term: Readonly<Record<string, unknown>>, tags: Readonly<Record<string, string>>): boolean {
  const wanted = Object.entries(term);
  return wanted.length > 0 && wanted.every(([key, value]) => (value === "*" ? key in tags : tags[key] === value));
}
