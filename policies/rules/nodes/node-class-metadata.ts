import { mappingAt } from "../../../charts/checks/object-readers";
import { objectRule, problem } from "../../rule";

const OPTIONS = ["spec", "metadataOptions"];

/** The metadata service of nodes that Karpenter launches answers only to who holds a token, and no further than the stack allows. */
export const nodeClassMetadata = objectRule(
  {
    id: "node-class-metadata",
    title: "Node classes demand IMDSv2, within the hops that the stack allows",
    severity: "high",
    enforcement: "mandatory",
    why: "A pod, or a request that one is tricked into sending, would get the credentials of its node.",
    remediation:
      "Set spec.metadataOptions.httpTokens to required and httpPutResponseHopLimit to 1, or at most to vantage:policies.karpenterMetadataHops.",
    link: "https://karpenter.sh/docs/concepts/nodeclasses/",
  },
  {
    kinds: ["karpenter.k8s.aws/EC2NodeClass"],
    check: (nodeClass, { settings: { karpenterMetadataHops: most } }) => {
      const { httpTokens: tokens, httpPutResponseHopLimit: hops } = mappingAt(nodeClass, OPTIONS);
      return [
        ...(tokens === "required"
          ? []
          : [problem([...OPTIONS, "httpTokens"], `is ${tokens ?? "not set"}; it has to be required`)]),
        ...(typeof hops === "number" && hops <= most
          ? []
          : [
              problem(
                [...OPTIONS, "httpPutResponseHopLimit"],
                `is ${hops ?? "not set"}; it has to be at most ${most}, the stack's vantage:policies.karpenterMetadataHops`,
              ),
            ]),
      ];
    },
  },
);
