import { EVERY_TAINT } from "./placement";
import { FLUENT_BIT, podLogGroup } from "./pod-logs";
import { containerResources } from "./resources";
import { roleAnnotation, type ValuesContext } from "./values";

/**
 * Values of chart fluent-bit: a DaemonSet on every node that sends the logs of pods and of the kubelet to CloudWatch.
 *
 * Source: document 000, section 1 (on all nodes) and section 8 (limit 128 MiB); fluent-bit manual, outputs, cloudwatch_logs.
 */
export function fluentBitValues(context: ValuesContext) {
  const { platform } = context;
  return {
    kind: "DaemonSet",
    serviceAccount: { create: true, name: FLUENT_BIT, annotations: roleAnnotation(FLUENT_BIT, context) },
    tolerations: EVERY_TAINT,
    priorityClassName: "system-node-critical",
    resources: containerResources("50m", "96Mi", "128Mi"),
    testFramework: { enabled: false },
    config: {
      outputs: [
        output("kube.*", platform.aws.region, podLogGroup(platform), "pod."),
        output("host.*", platform.aws.region, podLogGroup(platform), "node."),
      ].join("\n"),
    },
  };
}

/** One output section of fluent-bit's classic configuration. The group exists already, with its retention. */
function output(match: string, region: string, group: string, streamPrefix: string): string {
  return `[OUTPUT]
    Name cloudwatch_logs
    Match ${match}
    region ${region}
    log_group_name ${group}
    log_stream_prefix ${streamPrefix}
    auto_create_group Off
    Retry_Limit 5
`;
}
