import { podSecurityLevel } from "../../../../policies/rules/workloads/pod-security-level";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, cronJob, deployment, namespace, POD, podIn } from "./workload-objects";

const LABEL = "pod-security.kubernetes.io/enforce";

describeRule(podSecurityLevel, {
  good: () => ({ objects: [deployment(), cronJob(), namespace("restricted")] }),
  holds: [
    [
      "less than restricted where baseline is enforced",
      (things) => {
        objectNamed(things, "shop").metadata.labels[LABEL] = "baseline";
        delete podIn(things).securityContext;
        delete containerIn(things).securityContext;
      },
    ],
    [
      "anything where nothing is enforced, which is another rule's",
      (things) => {
        delete objectNamed(things, "shop").metadata.labels;
        podIn(things).hostNetwork = true;
      },
    ],
  ],
  breaks: [
    [
      "a pod that restricted refuses",
      (things) => delete containerIn(things).securityContext.allowPrivilegeEscalation,
      [
        `${CONTAINER}.securityContext.allowPrivilegeEscalation: is not set; level restricted of namespace shop allows false`,
      ],
    ],
    [
      "a pod that baseline refuses",
      (things) => {
        objectNamed(things, "shop").metadata.labels[LABEL] = "baseline";
        podIn(things).hostPID = true;
      },
      [`${POD}.hostPID: is true; level baseline of namespace shop allows false`],
    ],
    [
      "a level that is raised above the pods",
      (things) => {
        objectNamed(things, "report").spec.jobTemplate.spec.template.spec.securityContext = { runAsNonRoot: true };
      },
      [
        "batch/CronJob shop/report: spec.jobTemplate.spec.template.spec.containers[0].securityContext.seccompProfile.type: is not set; level restricted of namespace shop allows RuntimeDefault and Localhost, here or for the pod",
      ],
    ],
  ],
  ignores: [
    [
      "pods of a namespace that isn't the stack's",
      (things) => {
        things.objects.pop();
      },
    ],
  ],
});
