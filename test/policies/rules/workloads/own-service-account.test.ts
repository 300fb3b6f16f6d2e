import { ownServiceAccount } from "../../../../policies/rules/workloads/own-service-account";
import { describeRule } from "../../rule-cases";
import { deployment, POD, podIn } from "./workload-objects";

describeRule(ownServiceAccount, {
  good: () => ({ objects: [deployment()] }),
  breaks: [
    [
      "no account",
      (things) => delete podIn(things).serviceAccountName,
      [`${POD}.serviceAccountName: is not set; it has to be one of its own`],
    ],
    [
      "the default account",
      (things) => Object.assign(podIn(things), { serviceAccountName: "default" }),
      [`${POD}.serviceAccountName: is default; it has to be one of its own`],
    ],
  ],
});
