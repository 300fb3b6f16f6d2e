import { textAt } from "../../../charts/checks/object-readers";
import { podRule, problem } from "../../rule";

/** No workload runs as everybody. */
export const ownServiceAccount = podRule(
  {
    id: "own-service-account",
    title: "Pods run as a service account of their own, never as default",
    severity: "medium",
    enforcement: "mandatory",
    why: "What is granted to the default account for one pod, every other pod of the namespace may do that names none.",
    remediation: "Make a ServiceAccount for the workload and name it in serviceAccountName.",
    link: "https://kubernetes.io/docs/concepts/security/service-accounts/",
  },
  {
    check: ({ path, spec }) => {
      const name = textAt(spec, ["serviceAccountName"]);
      return name !== "" && name !== "default"
        ? []
        : [problem([...path, "spec", "serviceAccountName"], `is ${name || "not set"}; it has to be one of its own`)];
    },
  },
);
