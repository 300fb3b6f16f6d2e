import type { cloudwatch } from "@pulumi/aws";
import { shown } from "../../input-values";
import { problem, resourceRule } from "../../rule";

/** Logs end. */
export const logGroupRetention = resourceRule<cloudwatch.LogGroupArgs>(
  {
    id: "log-group-retention",
    title: "Every log group says for how many days it keeps logs",
    severity: "medium",
    enforcement: "mandatory",
    why: "CloudWatch Logs keeps logs for ever unless told otherwise: they cost more each month, and what they tell of people is kept without a reason.",
    remediation: "Set retentionInDays to the number of days for which somebody needs the logs.",
    link: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  },
  {
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    // Logs of the class DELIVERY go after two days, whatever is set.
    when: ({ inputs: { logGroupClass } }) => logGroupClass !== "DELIVERY",
    check: ({ inputs: { retentionInDays } }) =>
      Number(retentionInDays ?? 0) > 0
        ? []
        : [
            problem(
              "retentionInDays",
              `is ${shown(retentionInDays)}, which is for ever; it has to be a number of days`,
            ),
          ],
  },
);
