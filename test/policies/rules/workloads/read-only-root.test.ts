import { readOnlyRoot } from "../../../../policies/rules/workloads/read-only-root";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, deployment, POD, podIn } from "./workload-objects";

describeRule(readOnlyRoot, {
  good: () => ({ objects: [deployment()] }),
  breaks: [
    [
      "a container that may write everywhere",
      (things) => Object.assign(containerIn(things).securityContext, { readOnlyRootFilesystem: false }),
      [`${CONTAINER}.securityContext.readOnlyRootFilesystem: is false; it has to be true`],
    ],
    [
      "an init container that says nothing",
      (things) => {
        podIn(things).initContainers = [{ name: "first", image: "registry.test/first:1" }];
      },
      [`${POD}.initContainers[0].securityContext.readOnlyRootFilesystem: is not set; it has to be true`],
    ],
  ],
});
