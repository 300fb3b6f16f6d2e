/** What a container asks for and may use. */
export interface ContainerResources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly memory: string };
}

/**
 * Resources of a container: a request for CPU without a limit, since throttling helps nobody while cores are free, and a limit for memory, since
 * memory that is taken is not given back.
 *
 * @param memoryLimit @default the request, which makes the container the last to be killed when a node runs short.
 */
export function containerResources(cpu: string, memory: string, memoryLimit = memory): ContainerResources {
  return { requests: { cpu, memory }, limits: { memory: memoryLimit } };
}
