import { type VpcCniSettings, vpcCniConfiguration } from "../../../sandbox/eks/vpc-cni-configuration";

const DEFAULT_ENVIRONMENT = {
  WARM_ENI_TARGET: "1",
  AWS_VPC_K8S_CNI_LOGLEVEL: "DEBUG",
  AWS_VPC_K8S_CNI_LOG_FILE: "/host/var/log/aws-routed-eni/ipamd.log",
  AWS_VPC_K8S_CNI_VETHPREFIX: "eni",
  AWS_VPC_ENI_MTU: "9001",
  AWS_VPC_K8S_PLUGIN_LOG_LEVEL: "DEBUG",
  AWS_VPC_K8S_PLUGIN_LOG_FILE: "/var/log/aws-routed-eni/plugin.log",
  ENABLE_POD_ENI: "false",
  AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "false",
  AWS_VPC_K8S_CNI_EXTERNALSNAT: "false",
};

test("without options the environment is the real provider's default", () => {
  expect(vpcCniConfiguration({})).toEqual({
    env: DEFAULT_ENVIRONMENT,
    init: { env: { DISABLE_TCP_EARLY_DEMUX: "false" } },
  });
});

test.each<[VpcCniSettings, Record<string, string>]>([
  [{ nodePortSupport: true }, { AWS_VPC_CNI_NODE_PORT_SUPPORT: "true" }],
  [{ cniCustomNetworkCfg: true }, { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true" }],
  // Written over by the default of cniCustomNetworkCfg, as in the real provider.
  [{ customNetworkConfig: true }, { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "false" }],
  [{ warmEniTarget: 0 }, { WARM_ENI_TARGET: "0" }],
  [{ warmIpTarget: 5 }, { WARM_IP_TARGET: "5" }],
  [{ warmIpTarget: 0 }, {}],
  [{ warmPrefixTarget: 1 }, { WARM_PREFIX_TARGET: "1" }],
  [{ enablePrefixDelegation: true }, { ENABLE_PREFIX_DELEGATION: "true" }],
  [{ enablePrefixDelegation: false }, {}],
  [{ logLevel: "INFO" }, { AWS_VPC_K8S_CNI_LOGLEVEL: "INFO" }],
  [{ logFile: "stdout" }, { AWS_VPC_K8S_CNI_LOG_FILE: "stdout" }],
  [{ vethPrefix: "pod" }, { AWS_VPC_K8S_CNI_VETHPREFIX: "pod" }],
  [{ eniMtu: 1500 }, { AWS_VPC_ENI_MTU: "1500" }],
  [{ eniConfigLabelDef: "zone" }, { ENI_CONFIG_LABEL_DEF: "zone" }],
  [{ enablePodEni: true }, { ENABLE_POD_ENI: "true" }],
  [{ cniConfigureRpfilter: true }, { AWS_VPC_K8S_CNI_CONFIGURE_RPFILTER: "true" }],
  [{ externalSnat: true }, { AWS_VPC_K8S_CNI_EXTERNALSNAT: "true" }],
  [{ cniExternalSnat: true }, { AWS_VPC_K8S_CNI_EXTERNALSNAT: "true" }],
])("%j changes the environment by %j", (settings, changed) => {
  expect(vpcCniConfiguration(settings).env).toEqual({ ...DEFAULT_ENVIRONMENT, ...changed });
});

test("the given configuration has the last word, name by name", () => {
  const configuration = vpcCniConfiguration({
    enableNetworkPolicy: true,
    disableTcpEarlyDemux: true,
    configurationValues: {
      env: { WARM_ENI_TARGET: "2" },
      init: { env: { EXTRA: "1" }, resources: {} },
      tolerations: [],
      enableNetworkPolicy: "false",
    },
  });
  expect(configuration).toEqual({
    enableNetworkPolicy: "false",
    env: { ...DEFAULT_ENVIRONMENT, WARM_ENI_TARGET: "2" },
    init: { env: { DISABLE_TCP_EARLY_DEMUX: "true", EXTRA: "1" }, resources: {} },
    tolerations: [],
  });
});

test("the network policy switch is a string", () => {
  expect(vpcCniConfiguration({ enableNetworkPolicy: true }).enableNetworkPolicy).toBe("true");
});

test("both names of the SNAT option together are refused", () => {
  expect(() => vpcCniConfiguration({ externalSnat: true, cniExternalSnat: true })).toThrow(
    'give one of "externalSnat" and "cniExternalSnat", not both: they set the same variable',
  );
});
