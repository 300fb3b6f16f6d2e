import { DEFAULT_HARD_GOALS, GOAL_PACKAGE } from "../../config/reference/cruise-control";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

const CONFIG = ["spec", "cruiseControl", "config"] as const;

/** Judges default.goals and hard.goals where goals is set; without it Cruise Control has all that there are. */
export const cruiseControlGoals: ManifestCheck = {
  title: "Cruise Control's default goals and its hard goals are among its goals",
  severity: "high",
  why: "Cruise Control refuses to start, and the Kafka resource never becomes ready.",
  remediation:
    "Add the missing goals to goals of spec.cruiseControl.config, or take them out of default.goals and hard.goals.",
  source: "linkedin/cruise-control 2.5.137, KafkaCruiseControlConfig.sanityCheckGoalNames; compatibility page, S9",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#con-optimization-goals-str",
  find: ({ objects }) => strimziObjects(objects, "Kafka").flatMap(judge),
};

function judge(kafka: KubeObject): readonly ManifestFinding[] {
  const goals = goalsAt(kafka, "goals");
  // Without goals of its own it knows all that there are.
  if (goals === undefined) return [];
  const defaults = goalsAt(kafka, "default.goals");
  const hard = goalsAt(kafka, "hard.goals") ?? DEFAULT_HARD_GOALS.map((goal) => `${GOAL_PACKAGE}${goal}`);
  const outside = (names: readonly string[]) => names.filter((name) => !goals.includes(name));
  return [
    ...(defaults === undefined
      ? [
          finding(
            kafka,
            [...CONFIG, "default.goals"],
            "default.goals is missing: Strimzi's own has more than the goals",
          ),
        ]
      : subset(kafka, "default.goals", outside(defaults))),
    ...subset(kafka, "hard.goals", outside(hard)),
  ];
}

function subset(kafka: KubeObject, key: string, outside: readonly string[]): readonly ManifestFinding[] {
  return outside.length === 0
    ? []
    : [finding(kafka, [...CONFIG, key], `${key} has what goals lacks: ${outside.join(", ")}`)];
}

/** The goals of a setting, as Kafka's list parser reads them; undefined where it isn't set. */
function goalsAt(kafka: KubeObject, key: string): readonly string[] | undefined {
  const value = valueAt(kafka, [...CONFIG, key]);
  return typeof value === "string"
    ? value
        .split(",")
        .map((goal) => goal.trim())
        .filter((goal) => goal !== "")
    : undefined;
}
