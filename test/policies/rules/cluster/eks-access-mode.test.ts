import { eksAccessMode } from "../../../../policies/rules/cluster/eks-access-mode";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const IS = `${CLUSTER} main: accessConfig`;

describeRule(eksAccessMode, {
  good: () => ({
    resources: [
      resource(CLUSTER, "main", {
        accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      }),
    ],
  }),
  breaks: [
    [
      "the ConfigMap aws-auth beside access entries",
      (things) => Object.assign(inputsIn(things).accessConfig, { authenticationMode: "API_AND_CONFIG_MAP" }),
      [`${IS}.authenticationMode: is API_AND_CONFIG_MAP; it has to be API`],
    ],
    [
      "an administrator by creation",
      (things) => Object.assign(inputsIn(things).accessConfig, { bootstrapClusterCreatorAdminPermissions: true }),
      [`${IS}.bootstrapClusterCreatorAdminPermissions: is true; it has to be false`],
    ],
    [
      "the defaults of EKS",
      (things) => delete inputsIn(things).accessConfig,
      [
        `${IS}.authenticationMode: is not set; it has to be API`,
        `${IS}.bootstrapClusterCreatorAdminPermissions: is not set, which is true; it has to be false`,
      ],
    ],
  ],
  unreadable: [
    [
      "a mode that is known later",
      (things) => Object.assign(inputsIn(things).accessConfig, { authenticationMode: "[unknown]" }),
      [`${CLUSTER} main: accessConfig.authenticationMode is unknown before it is created`],
    ],
  ],
});
