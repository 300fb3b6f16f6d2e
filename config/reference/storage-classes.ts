/** Storage class for volumes on the NVMe disks of a node. Source: document 002, section 4 (class of the Kafka brokers' volumes). */
export const LOCAL_STORAGE_CLASS = "local-nvme";

/** Default storage class: EBS gp3, encrypted with the stack's data key. */
export const DEFAULT_STORAGE_CLASS = "gp3";
