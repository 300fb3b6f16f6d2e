/** What this stack has to know of an EC2 instance type before it asks for one. */
export interface InstanceType {
  /** Virtual processors. */
  readonly vcpu: number;
  /** Memory as AWS states it; what a node has left is less. */
  readonly memoryGib: number;
  /** Network interfaces that can be attached. */
  readonly maxInterfaces: number;
  /** IPv4 addresses, or /28 prefixes beside the primary address, that one interface can hold. */
  readonly ipv4PerInterface: number;
  /** NVMe instance-store disks, each with its size in GB (10^9 bytes); empty for types with EBS only. */
  readonly localDisksGb: readonly number[];
  /** Processor architecture, by its Kubernetes name. */
  readonly architecture: "amd64" | "arm64";
}

type Size = "xlarge" | "2xlarge" | "4xlarge";

/** Interfaces and addresses of the sizes below are the same in every family listed. */
const SIZES: Readonly<Record<Size, Pick<InstanceType, "vcpu" | "maxInterfaces" | "ipv4PerInterface">>> = {
  xlarge: { vcpu: 4, maxInterfaces: 4, ipv4PerInterface: 15 },
  "2xlarge": { vcpu: 8, maxInterfaces: 4, ipv4PerInterface: 15 },
  "4xlarge": { vcpu: 16, maxInterfaces: 8, ipv4PerInterface: 30 },
};

function family(
  name: string,
  gibPerVcpu: number,
  architecture: InstanceType["architecture"] = "amd64",
): Record<string, InstanceType> {
  const types = Object.entries(SIZES).map(([size, limits]) => [
    `${name}.${size}`,
    { ...limits, memoryGib: limits.vcpu * gibPerVcpu, localDisksGb: [], architecture },
  ]);
  return Object.fromEntries(types);
}

function storageOptimised(
  vcpu: number,
  memoryGib: number,
  maxInterfaces: number,
  ipv4PerInterface: number,
  localDisksGb: readonly number[],
): InstanceType {
  return { vcpu, memoryGib, maxInterfaces, ipv4PerInterface, localDisksGb, architecture: "amd64" };
}

/**
 * Instance types that a stack can name. One is added here when a stack needs it, so that a misspelt one is found before a launch fails.
 *
 * Source: Amazon EC2 instance types (vCPU, memory, disks); amazon-vpc-cni-k8s `misc/eni-max-pods.txt`, from whose pod counts (58 for 4 x 15,
 * 234 for 8 x 30) interfaces and addresses follow.
 */
export const INSTANCE_TYPES: Readonly<Record<string, InstanceType>> = {
  ...family("m5", 4),
  ...family("m5a", 4),
  ...family("m6i", 4),
  ...family("m7i", 4),
  ...family("c6i", 2),
  ...family("c7i", 2),
  ...family("r6i", 8),
  ...family("r7i", 8),
  ...family("m6g", 4, "arm64"),
  ...family("r6g", 8, "arm64"),
  "i3en.xlarge": storageOptimised(4, 32, 4, 15, [2500]),
  "i3en.2xlarge": storageOptimised(8, 64, 4, 15, [2500, 2500]),
  "i3en.3xlarge": storageOptimised(12, 96, 4, 15, [7500]),
  "i3en.6xlarge": storageOptimised(24, 192, 8, 30, [7500, 7500]),
  "t3.medium": {
    vcpu: 2,
    memoryGib: 4,
    maxInterfaces: 3,
    ipv4PerInterface: 6,
    localDisksGb: [],
    architecture: "amd64",
  },
};

/** Addresses in one prefix that the CNI takes for an interface. Source: amazon-vpc-cni-k8s, `docs/prefix-and-ip-target.md` (/28). */
export const ADDRESSES_PER_PREFIX = 16;

/** Pods that take no address of their own: they use the node's network. Source: `misc/eni-max-pods.txt` (aws-node, kube-proxy). */
const HOST_NETWORK_PODS = 2;

/**
 * Interfaces of a node that give no address to pods: with custom networking the first one stays in the nodes' subnet. Karpenter has to be told
 * (`settings.reservedENIs`), or it would count that interface's addresses, too.
 *
 * Source: Amazon EKS user guide, "Deploy pods in alternate subnets"; Karpenter 0.37, Settings, RESERVED_ENIS.
 */
export const RESERVED_INTERFACES = 1;

/**
 * Pods that the interfaces of a node have addresses for, with prefix delegation and custom networking: the first interface stays in the
 * nodes' subnet, and the first address of each of the others is its own.
 *
 * Source: Amazon EKS user guide, "Choosing an instance type", and the formula of the calculator it names.
 */
export function podAddressLimit({ maxInterfaces, ipv4PerInterface }: InstanceType): number {
  return (maxInterfaces - RESERVED_INTERFACES) * (ipv4PerInterface - 1) * ADDRESSES_PER_PREFIX + HOST_NETWORK_PODS;
}
