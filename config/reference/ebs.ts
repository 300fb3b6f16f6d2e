/**
 * Throughput of a gp3 volume that asks for no more, in MiB/s: what the default storage class gives.
 *
 * Source: Amazon EBS user guide, "General Purpose SSD volumes", gp3 baseline.
 */
export const GP3_BASELINE_MIB_PER_SECOND = 125;
