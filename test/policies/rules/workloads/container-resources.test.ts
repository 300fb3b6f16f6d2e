import { containerResources } from "../../../../policies/rules/workloads/container-resources";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, deployment, POD, podIn } from "./workload-objects";

describeRule(containerResources, {
  good: () => ({ objects: [deployment()] }),
  holds: [
    [
      "limits that stand in for requests",
      (things) => {
        containerIn(things).resources = { limits: { cpu: "500m", memory: "128Mi" } };
      },
    ],
  ],
  breaks: [
    [
      "no cpu asked for",
      (things) => delete containerIn(things).resources.requests.cpu,
      [`${CONTAINER}.resources.requests.cpu: is not set, and no limit stands in for it; every container states it`],
    ],
    [
      "no limit of memory",
      (things) => delete containerIn(things).resources.limits,
      [`${CONTAINER}.resources.limits.memory: is not set; every container states it`],
    ],
    [
      "neither request nor limit of memory",
      (things) => {
        containerIn(things).resources = { requests: { cpu: "100m" } };
      },
      [
        `${CONTAINER}.resources.requests.memory: is not set, and no limit stands in for it; every container states it`,
        `${CONTAINER}.resources.limits.memory: is not set; every container states it`,
      ],
    ],
    [
      "an init container that states nothing",
      (things) => {
        podIn(things).initContainers = [{ name: "first", image: "registry.test/first:1" }];
      },
      [
        `${POD}.initContainers[0].resources.requests.cpu: is not set, and no limit stands in for it; every container states it`,
        `${POD}.initContainers[0].resources.requests.memory: is not set, and no limit stands in for it; every container states it`,
        `${POD}.initContainers[0].resources.limits.memory: is not set; every container states it`,
      ],
    ],
  ],
});
