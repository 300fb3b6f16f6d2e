import type { Changeable } from "../estate-fixture";
import { changeInputs, changeObject, type Mutation, type Mutations, removeObjects, removeResources } from "./mutation";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const EVENT_RULE = "aws:cloudwatch/eventRule:EventRule";
const EVENT_TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";

/** Changes what a rule of EventBridge matches. */
function changePattern(change: (pattern: Changeable) => void): Mutation["change"] {
  return changeInputs(
    EVENT_RULE,
    (inputs) => {
      const pattern = JSON.parse(inputs.eventPattern);
      change(pattern);
      inputs.eventPattern = JSON.stringify(pattern);
    },
    /spot-warning/,
  );
}

/** Changes the first statement of the queue's policy, which admits EventBridge. */
function changeAdmission(change: (statement: Changeable) => void): Mutation["change"] {
  return changeInputs(QUEUE_POLICY, (inputs) => {
    const document = JSON.parse(inputs.policy);
    change(document.Statement[0]);
    inputs.policy = JSON.stringify(document);
  });
}

/** Changes the first NodePool. */
function changePool(change: (spec: Changeable) => void): Mutation["change"] {
  return changeObject("NodePool", ({ spec }) => change(spec));
}

/** What the rules about Karpenter have to catch. */
export const karpenterMutations: Mutations = {
  "karpenter-managed-pools": [
    {
      what: "a NodePool that nobody handed over",
      change: changeObject("NodePool", ({ metadata }) => {
        metadata.name = "kafka";
      }),
    },
  ],
  "karpenter-interruption-queue": [
    {
      what: "Karpenter listens to a queue of another name",
      change: changeInputs(
        RELEASE,
        ({ values }) => {
          values.settings.interruptionQueue = "karpenter-interruption";
        },
        /karpenter-controller/,
      ),
    },
    { what: "the queue is gone", change: removeResources("aws:sqs/queue:Queue") },
  ],
  "karpenter-interruption-events": [
    {
      what: "a detail-type with a letter too many",
      change: changePattern((pattern) => {
        pattern["detail-type"] = ["EC2 Spot Instance Interruption Warnings"];
      }),
    },
    {
      what: "a key that EventBridge doesn't know",
      change: changePattern((pattern) => {
        pattern.detailType = pattern["detail-type"];
        delete pattern["detail-type"];
      }),
    },
    {
      what: "a pattern that only matches some interruptions",
      change: changePattern((pattern) => {
        pattern.detail = { "instance-action": ["terminate"] };
      }),
    },
    { what: "a rule without a target", change: removeResources(EVENT_TARGET, /spot-warning/) },
    { what: "a rule is gone", change: removeResources(EVENT_RULE, /health-event/) },
  ],
  "karpenter-queue-admission": [
    {
      what: "the policy names another rule",
      change: changeAdmission(({ Condition }) => {
        Condition.ArnEquals["aws:SourceArn"].pop();
      }),
    },
    {
      what: "the policy admits no sender of events",
      change: changeAdmission((statement) => {
        statement.Principal.Service = "event.amazonaws.com";
      }),
    },
  ],
  "karpenter-pool-limits": [
    {
      what: "memory without a limit",
      change: changePool(({ limits }) => {
        delete limits.memory;
      }),
    },
  ],
  "karpenter-node-expiry": [
    {
      what: "nodes that stay for good",
      change: changePool(({ disruption }) => {
        disruption.expireAfter = "Never";
      }),
    },
  ],
  "karpenter-disruption-budgets": [
    {
      what: "no node may be replaced",
      change: changePool(({ disruption }) => {
        disruption.budgets = [{ nodes: "0" }];
      }),
    },
    {
      what: "all nodes may be replaced at once",
      change: changePool(({ disruption }) => {
        disruption.budgets = [{ nodes: "100%" }];
      }),
    },
  ],
  "karpenter-node-class-references": [
    { what: "the node class is gone", change: removeObjects("EC2NodeClass") },
    {
      what: "a node class of another name",
      change: changePool(({ template }) => {
        template.spec.nodeClassRef.name = "defaults";
      }),
    },
  ],
  "karpenter-node-identity": [
    {
      what: "an instance profile of no such name",
      change: changeObject("EC2NodeClass", ({ spec }) => {
        spec.instanceProfile = "KarpenterNodeInstanceProfile";
      }),
    },
    { what: "the instance profiles are gone", change: removeResources("aws:iam/instanceProfile:InstanceProfile") },
  ],
  "karpenter-instance-types": [
    {
      what: "bare metal among the types",
      change: changePool(({ template }) => {
        template.spec.requirements[1].values.push("m7i.metal-24xl");
      }),
    },
    {
      what: "any type at all",
      change: changePool(({ template }) => {
        template.spec.requirements.splice(1, 1);
      }),
    },
  ],
};
