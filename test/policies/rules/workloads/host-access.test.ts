import { hostAccess } from "../../../../policies/rules/workloads/host-access";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, deployment, POD, podIn } from "./workload-objects";

const agent = () => {
  const found = deployment();
  found.kind = "DaemonSet";
  found.metadata.name = "agent";
  found.spec.template.spec.hostNetwork = true;
  return found;
};
const UNLISTED = "shop/Deployment/web is not in vantage:policies.hostAccess";

describeRule(hostAccess, {
  settings: { hostAccess: ["shop/DaemonSet/agent"] },
  good: () => ({ objects: [deployment(), agent()] }),
  breaks: [
    [
      "the node's network",
      (things) => Object.assign(podIn(things), { hostNetwork: true }),
      [`${POD}.hostNetwork: is true; allowed is false: ${UNLISTED}`],
    ],
    [
      "the node's processes and memory",
      (things) => Object.assign(podIn(things), { hostPID: true, hostIPC: true }),
      [
        `${POD}.hostPID: is true; allowed is false: ${UNLISTED}`,
        `${POD}.hostIPC: is true; allowed is false: ${UNLISTED}`,
      ],
    ],
    [
      "a folder of the node",
      (things) => {
        podIn(things).volumes = [{ name: "logs", hostPath: { path: "/var/log" } }];
      },
      [`${POD}.volumes[0].hostPath: is /var/log of the node; allowed is no such volume: ${UNLISTED}`],
    ],
    [
      "a port of the node",
      (things) => Object.assign(containerIn(things).ports[0], { hostPort: 80 }),
      [`${CONTAINER}.ports[0].hostPort: is 80; allowed is none: ${UNLISTED}`],
    ],
    [
      "a privileged container",
      (things) => Object.assign(containerIn(things).securityContext, { privileged: true }),
      [`${CONTAINER}.securityContext.privileged: is true; allowed is false: ${UNLISTED}`],
    ],
    [
      "a listed name in another namespace",
      (things) => {
        objectNamed(things, "agent").metadata.namespace = "other";
      },
      [
        "apps/DaemonSet other/agent: spec.template.spec.hostNetwork: is true; allowed is false: other/DaemonSet/agent is not in vantage:policies.hostAccess",
      ],
    ],
  ],
});
