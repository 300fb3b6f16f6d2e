import { has } from "../../config/parts";
import { DEFAULT_PARTITION_WINDOWS, PARTITION_WINDOWS_KEY } from "../../config/reference/cruise-control";
import { valueAt } from "../kube-object";
import type { ManifestCheck } from "./check";
import { finding } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

const { count, minutes } = DEFAULT_PARTITION_WINDOWS;

/** Judges the number of windows of partition metrics. How long one is, and the windows of broker metrics, are left to Strimzi. */
export const cruiseControlWindows: ManifestCheck = {
  title: "Cruise Control keeps as many metric windows as the stack file says",
  severity: "medium",
  why: `Strimzi keeps ${count} window of ${minutes} minutes unless told otherwise: partitions would be moved for the sake of a short peak.`,
  remediation: `Set ${PARTITION_WINDOWS_KEY} of spec.cruiseControl.config to metricWindows of the stack file.`,
  source:
    "strimzi-kafka-operator 0.42.0, CruiseControlConfiguration; linkedin/cruise-control 2.5.137, MonitorConfig, ResourceDistributionGoal; document 002, section 10",
  link: "https://github.com/linkedin/cruise-control/wiki/Configurations",
  find: ({ objects, platform }) =>
    strimziObjects(objects, "Kafka")
      .filter((kafka) => valueAt(kafka, ["spec", "cruiseControl"]) !== undefined)
      .flatMap((kafka) => {
        if (!has(platform, "kafka")) return [];
        const path = ["spec", "cruiseControl", "config", PARTITION_WINDOWS_KEY];
        const given = valueAt(kafka, path);
        const wanted = platform.kafka.metricWindows;
        // Strimzi writes numbers and texts alike into a file of properties.
        if (String(given) === String(wanted)) return [];
        return [
          given === undefined
            ? finding(kafka, path, `${PARTITION_WINDOWS_KEY} is missing; the stack file says ${wanted}`)
            : finding(kafka, path, `${PARTITION_WINDOWS_KEY} is ${given}; the stack file says ${wanted}`),
        ];
      }),
};
