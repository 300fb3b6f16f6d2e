import { changeInputs, type Mutations, removeResources } from "./mutation";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const FLOW_LOG = "aws:ec2/flowLog:FlowLog";

/** What the rules about logs have to catch. */
export const logMutations: Mutations = {
  "log-group-encryption": [
    {
      what: "a log group left to AWS's own key",
      change: changeInputs(GROUP, (inputs) => {
        delete inputs.kmsKeyId;
      }),
    },
  ],
  "log-group-retention": [
    {
      what: "pod logs kept for ever",
      change: changeInputs(
        GROUP,
        (inputs) => {
          inputs.retentionInDays = 0;
        },
        /pod/,
      ),
    },
  ],
  "vpc-flow-logs": [
    { what: "the flow log taken away", change: removeResources(FLOW_LOG) },
    {
      what: "a flow log of what is accepted only",
      change: changeInputs(FLOW_LOG, (inputs) => {
        inputs.trafficType = "ACCEPT";
      }),
    },
    {
      what: "a flow log of one subnet instead of the VPC",
      change: changeInputs(FLOW_LOG, (inputs) => {
        inputs.subnetId = inputs.vpcId;
        delete inputs.vpcId;
      }),
    },
  ],
};
