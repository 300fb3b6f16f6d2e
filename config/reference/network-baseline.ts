/**
 * Network bandwidth that an instance type has at all times, each way, in Gbit/s (10^9 bits per second); bursts beyond it run out. Only types
 * that carry brokers are here: nothing else has to state its bandwidth.
 *
 * Source: Amazon EC2 instance types guide, storage optimized, network specifications (baseline).
 */
export const NETWORK_BASELINE_GBPS: Readonly<Record<string, number>> = {
  "i3en.xlarge": 4.2,
  "i3en.2xlarge": 8.4,
  "i3en.3xlarge": 12.5,
  "i3en.6xlarge": 25,
};
