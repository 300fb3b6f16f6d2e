/** Root device of the EKS-optimised AL2023 image, on every node of the stack, whoever launches it. Source: document 001, section 6. */
export const ROOT_DEVICE = "/dev/xvda";
