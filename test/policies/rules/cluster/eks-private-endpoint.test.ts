import { eksPrivateEndpoint } from "../../../../policies/rules/cluster/eks-private-endpoint";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const IS = `${CLUSTER} main: vpcConfig`;

describeRule(eksPrivateEndpoint, {
  good: () => ({
    resources: [
      resource(CLUSTER, "main", {
        vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: false, subnetIds: "[unknown]" },
      }),
    ],
  }),
  breaks: [
    [
      "a public endpoint beside the private one",
      (things) => Object.assign(inputsIn(things).vpcConfig, { endpointPublicAccess: true }),
      [`${IS}.endpointPublicAccess: is true; it has to be false`],
    ],
    [
      "no private endpoint",
      (things) => Object.assign(inputsIn(things).vpcConfig, { endpointPrivateAccess: false }),
      [`${IS}.endpointPrivateAccess: is false; it has to be true`],
    ],
    [
      "the defaults of EKS",
      (things) => Object.assign(inputsIn(things), { vpcConfig: {} }),
      [
        `${IS}.endpointPrivateAccess: is not set; it has to be true`,
        `${IS}.endpointPublicAccess: is not set, which is true; it has to be false`,
      ],
    ],
  ],
  unreadable: [
    [
      "an endpoint that is decided later",
      (things) => Object.assign(inputsIn(things).vpcConfig, { endpointPublicAccess: "[unknown]" }),
      [`${CLUSTER} main: vpcConfig.endpointPublicAccess is unknown before it is created`],
    ],
  ],
});
