/** Name of the DaemonSet, and of its release. Source: document 000, sections 1 and 7. */
export const TERMINATION_HANDLER_NAME = "aws-node-termination-handler";

/** Seconds a pod has to stop. Source: document 000, section 7, step 1 ("SIGTERM with 30-second grace period"). */
export const POD_GRACE_SECONDS = 30;

/** Seconds between EC2's notice and the end of the instance. Source: document 000, section 7, step 1 ("Time Budget: 120 seconds"). */
export const NODE_GRACE_SECONDS = 120;
