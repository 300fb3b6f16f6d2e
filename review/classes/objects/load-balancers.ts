import type { Difference } from "../../diff/compare";
import { keysOf } from "../../diff/diff-path";

/** Source of what annotations do to a load balancer. */
export const LOAD_BALANCER = 'AWS Load Balancer Controller, "Network Load Balancer"';

/** Annotations for which a Service, whoever makes it, gets another load balancer. */
const OTHER_BALANCER = /aws-load-balancer-(type|internal|scheme|nlb-target-type|name|subnets)$/;

/** Whether a change of an annotation takes another load balancer. */
export function takesOtherBalancer({ path }: Difference): boolean {
  return OTHER_BALANCER.test(keysOf(path).at(-1) ?? "");
}
