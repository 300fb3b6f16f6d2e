import type { sqs } from "@pulumi/aws";
import type { helm } from "@pulumi/kubernetes";
import type { Unwrap } from "@pulumi/pulumi";
import { HELM_RELEASE, interruptionQueueOf, isKarpenter } from "../../readers/interruption-queues";
import { problem, resourceRule } from "../../rule";
import { QUEUE } from "../../sqs/queues";

const PATH = "values.settings.interruptionQueue";

/** Karpenter listens to a queue of this stack. */
export const karpenterInterruptionQueue = resourceRule<helm.v3.ReleaseArgs>(
  {
    id: "karpenter-interruption-queue",
    title: "Karpenter listens to a queue that the stack makes",
    severity: "high",
    enforcement: "mandatory",
    why: "Without a queue EC2's two minutes of notice are never heard; without one of that name release 0.37 doesn't start.",
    remediation: `Set ${PATH} of the Helm release to the name of an aws.sqs.Queue of the stack.`,
    link: "https://karpenter.sh/docs/concepts/disruption/#interruption",
  },
  {
    types: [HELM_RELEASE],
    when: isKarpenter,
    check: (release, estate) => {
      const name = interruptionQueueOf(release);
      if (name === "") return [problem(PATH, "is not set; the name of a queue has to be")];
      const queues = estate.ofType<Unwrap<sqs.QueueArgs>>(QUEUE).map(({ inputs }) => inputs.name);
      return queues.includes(name)
        ? []
        : [problem(PATH, `is ${name}; the stack makes ${queues.join(", ") || "no queue"}`)];
    },
  },
);
