/** Tags of an Auto Scaling group and, by propagation, of its instances: the given ones, then the cluster's own. */
export function autoScalingTags(clusterName: string, tags: Readonly<Record<string, string>> | undefined) {
  const own = { [`kubernetes.io/cluster/${clusterName}`]: "owned", Name: `${clusterName}-worker` };
  return [...Object.entries(tags ?? {}), ...Object.entries(own)].map(([key, value]) => ({
    key,
    value,
    propagateAtLaunch: true,
  }));
}
