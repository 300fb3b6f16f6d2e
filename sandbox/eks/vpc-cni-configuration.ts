/** The options of the VPC CNI add-on that end up in its configuration, with their values known. */
export interface VpcCniSettings {
  readonly nodePortSupport?: boolean | undefined;
  readonly customNetworkConfig?: boolean | undefined;
  readonly externalSnat?: boolean | undefined;
  readonly warmEniTarget?: number | undefined;
  readonly warmIpTarget?: number | undefined;
  readonly warmPrefixTarget?: number | undefined;
  readonly enablePrefixDelegation?: boolean | undefined;
  readonly logLevel?: string | undefined;
  readonly logFile?: string | undefined;
  readonly vethPrefix?: string | undefined;
  readonly eniMtu?: number | undefined;
  readonly eniConfigLabelDef?: string | undefined;
  readonly enablePodEni?: boolean | undefined;
  readonly disableTcpEarlyDemux?: boolean | undefined;
  readonly cniConfigureRpfilter?: boolean | undefined;
  readonly cniCustomNetworkCfg?: boolean | undefined;
  readonly cniExternalSnat?: boolean | undefined;
  readonly enableNetworkPolicy?: boolean | undefined;
  readonly configurationValues?: Readonly<Record<string, unknown>> | undefined;
}

/** An option that is false, 0 or empty counts as not given, as in the real provider: the CNI's own default holds. */
const whenSet = (name: string, value: boolean | number | string | undefined): Record<string, string> =>
  value ? { [name]: String(value) } : {};

/**
 * Environment of the aws-node container.
 *
 * `customNetworkConfig` alone has no effect: the value that `cniCustomNetworkCfg` writes comes after it under the same
 * name. That is how the real provider behaves, so a program that wants custom networking must see it here too.
 * Source: pulumi-eks, nodejs/eks/addons/cni-addon.ts, computeEnv.
 */
function nodeEnvironment(cni: VpcCniSettings): Record<string, string> {
  return {
    ...whenSet("AWS_VPC_CNI_NODE_PORT_SUPPORT", cni.nodePortSupport),
    WARM_ENI_TARGET: String(cni.warmEniTarget ?? 1),
    ...whenSet("WARM_IP_TARGET", cni.warmIpTarget),
    ...whenSet("WARM_PREFIX_TARGET", cni.warmPrefixTarget),
    ...whenSet("ENABLE_PREFIX_DELEGATION", cni.enablePrefixDelegation),
    AWS_VPC_K8S_CNI_LOGLEVEL: cni.logLevel || "DEBUG",
    AWS_VPC_K8S_CNI_LOG_FILE: cni.logFile || "/host/var/log/aws-routed-eni/ipamd.log",
    AWS_VPC_K8S_CNI_VETHPREFIX: cni.vethPrefix || "eni",
    AWS_VPC_ENI_MTU: String(cni.eniMtu || 9001),
    ...whenSet("ENI_CONFIG_LABEL_DEF", cni.eniConfigLabelDef),
    AWS_VPC_K8S_PLUGIN_LOG_LEVEL: "DEBUG",
    AWS_VPC_K8S_PLUGIN_LOG_FILE: "/var/log/aws-routed-eni/plugin.log",
    ENABLE_POD_ENI: String(cni.enablePodEni ?? false),
    ...whenSet("AWS_VPC_K8S_CNI_CONFIGURE_RPFILTER", cni.cniConfigureRpfilter),
    AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: String(cni.cniCustomNetworkCfg ?? false),
    AWS_VPC_K8S_CNI_EXTERNALSNAT: String(cni.externalSnat || cni.cniExternalSnat || false),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The configuration of the add-on: the environment that follows from the options, under whatever `configurationValues`
 * says about the same names.
 * Source: pulumi-eks, nodejs/eks/addons/cni-addon.ts, mergeConfigurationValues.
 *
 * @throws Error when both names of the external SNAT option are given.
 */
export function vpcCniConfiguration(cni: VpcCniSettings): Record<string, unknown> {
  if (cni.cniExternalSnat && cni.externalSnat) {
    throw new Error('give one of "externalSnat" and "cniExternalSnat", not both: they set the same variable');
  }
  const given = cni.configurationValues ?? {};
  const init = isObject(given.init) ? given.init : {};
  const initEnvironment = { DISABLE_TCP_EARLY_DEMUX: String(cni.disableTcpEarlyDemux ?? false) };
  return {
    // A string, since that is what the schema of the add-on takes.
    ...(cni.enableNetworkPolicy === undefined ? {} : { enableNetworkPolicy: String(cni.enableNetworkPolicy) }),
    ...given,
    env: { ...nodeEnvironment(cni), ...(isObject(given.env) ? given.env : {}) },
    init: { ...init, env: { ...initEnvironment, ...(isObject(init.env) ? init.env : {}) } },
  };
}
