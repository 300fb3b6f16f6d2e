import { containerPrivileges } from "../../../../policies/rules/workloads/container-privileges";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, deployment, namespace } from "./workload-objects";

const CONTEXT = `${CONTAINER}.securityContext`;

describeRule(containerPrivileges, {
  good: () => ({ objects: [deployment(), namespace()] }),
  holds: [
    [
      "a port below 1024",
      (things) => Object.assign(containerIn(things).securityContext.capabilities, { add: ["NET_BIND_SERVICE"] }),
    ],
  ],
  breaks: [
    [
      "privileges that can be gained",
      (things) => Object.assign(containerIn(things).securityContext, { allowPrivilegeEscalation: true }),
      [`${CONTEXT}.allowPrivilegeEscalation: is true; it has to be false`],
    ],
    [
      "capabilities that are kept",
      (things) => Object.assign(containerIn(things).securityContext.capabilities, { drop: ["NET_RAW"] }),
      [`${CONTEXT}.capabilities.drop: is NET_RAW; it has to be ALL`],
    ],
    [
      "a capability that is added",
      (things) => Object.assign(containerIn(things).securityContext.capabilities, { add: ["NET_ADMIN"] }),
      [`${CONTEXT}.capabilities.add[0]: is NET_ADMIN; it has to be NET_BIND_SERVICE`],
    ],
    [
      "a container that says nothing",
      (things) => delete containerIn(things).securityContext,
      [
        `${CONTEXT}.allowPrivilegeEscalation: is not set; it has to be false`,
        `${CONTEXT}.capabilities.drop: is empty; it has to be ALL`,
      ],
    ],
  ],
  ignores: [
    [
      "a namespace that is restricted, which rule pod-security-level holds",
      (things) => {
        things.objects[1] = namespace("restricted");
      },
    ],
    [
      "a namespace of Kubernetes' own, which rule unguarded-pods holds",
      (things) => {
        objectNamed(things, "web").metadata.namespace = "kube-system";
      },
    ],
  ],
});
