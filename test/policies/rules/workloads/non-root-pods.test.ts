import { nonRootPods } from "../../../../policies/rules/workloads/non-root-pods";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, deployment, namespace, POD, podIn } from "./workload-objects";

describeRule(nonRootPods, {
  settings: { hostAccess: ["shop/Deployment/agent"] },
  good: () => ({ objects: [deployment(), namespace()] }),
  holds: [
    [
      "containers that say so themselves",
      (things) => {
        delete podIn(things).securityContext;
        containerIn(things).securityContext.runAsNonRoot = true;
      },
    ],
  ],
  breaks: [
    [
      "a pod that says nothing",
      (things) => delete podIn(things).securityContext,
      [`${CONTAINER}.securityContext.runAsNonRoot: is not set; it has to be true, here or for the pod`],
    ],
    [
      "a container that takes it back",
      (things) => Object.assign(containerIn(things).securityContext, { runAsNonRoot: false }),
      [`${CONTAINER}.securityContext.runAsNonRoot: is false; it has to be true, here or for the pod`],
    ],
    [
      "user 0, which the kubelet would refuse to start",
      (things) => Object.assign(podIn(things).securityContext, { runAsUser: 0 }),
      [`${POD}.securityContext.runAsUser: is 0; it has to be any other user`],
    ],
  ],
  ignores: [
    [
      "a workload that may use its node",
      (things) => {
        objectNamed(things, "web").metadata.name = "agent";
      },
    ],
    [
      "a namespace that is restricted, which rule pod-security-level holds",
      (things) => {
        things.objects[1] = namespace("restricted");
      },
    ],
  ],
});
