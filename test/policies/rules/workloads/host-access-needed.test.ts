import { hostAccessNeeded } from "../../../../policies/rules/workloads/host-access-needed";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { deployment, podIn } from "./workload-objects";

const ENTRY = "vantage:policies.hostAccess shop/Deployment/web: hostAccess";

describeRule(hostAccessNeeded, {
  settings: { hostAccess: ["shop/Deployment/web"] },
  good: () => {
    const found = deployment();
    found.spec.template.spec.volumes = [{ name: "socket", hostPath: { path: "/run/containerd/containerd.sock" } }];
    return { objects: [found] };
  },
  breaks: [
    [
      "a workload that needs it no more",
      (things) => delete podIn(things).volumes,
      [`${ENTRY}: its pods use nothing of their node`],
    ],
    [
      "a workload that is gone",
      (things) => {
        objectNamed(things).metadata.name = "other";
      },
      [`${ENTRY}: there is no such workload`],
    ],
  ],
  ignores: [
    [
      "a plan without workloads",
      (things) => {
        things.objects = [];
      },
    ],
  ],
});
