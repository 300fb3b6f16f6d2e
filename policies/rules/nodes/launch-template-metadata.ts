import type { ec2 } from "@pulumi/aws";
import { LAUNCH_TEMPLATE } from "../../node-groups";
import { problem, resourceRule } from "../../rule";

/** Network hops to the node's own processes; a pod is one further. */
const HOPS_TO_THE_NODE = 1;

/**
 * The metadata service answers the node alone, and only to who holds a token.
 *
 * Both are to be stated: where they aren't, the image decides, and that of EKS for Amazon Linux 2023 allows two hops.
 */
export const launchTemplateMetadata = resourceRule<ec2.LaunchTemplateArgs>(
  {
    id: "launch-template-metadata",
    title: "Launch templates demand IMDSv2, within one hop",
    severity: "high",
    enforcement: "mandatory",
    why: "A pod, or a request that one is tricked into sending, would get the credentials of its node.",
    remediation: `Set metadataOptions.httpTokens to required and httpPutResponseHopLimit to ${HOPS_TO_THE_NODE}.`,
    link: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html",
  },
  {
    types: [LAUNCH_TEMPLATE],
    check: ({ inputs: { metadataOptions } }) => {
      const { httpTokens: tokens, httpPutResponseHopLimit: hops } = metadataOptions ?? {};
      return [
        ...(tokens === "required"
          ? []
          : [problem("metadataOptions.httpTokens", `is ${tokens ?? "not set"}; it has to be required`)]),
        ...(hops === HOPS_TO_THE_NODE
          ? []
          : [
              problem(
                "metadataOptions.httpPutResponseHopLimit",
                `is ${hops ?? "not set"}; it has to be ${HOPS_TO_THE_NODE}`,
              ),
            ]),
      ];
    },
  },
);
