import type { Lab } from "../../lab";
import type { LabRuleGroup } from "../lab-rule";
import type { LabTime } from "../shortened";
import { deployedAlerts } from "./documented-alerts";
import { objectivesGroup } from "./objectives";

/** Every rule of the lab as it is deployed, a group a file. With a factor all windows, patience and intervals are that much shorter. */
export function labRuleGroups(lab: Lab, time: LabTime = {}): readonly LabRuleGroup[] {
  return [...deployedAlerts(lab, time), objectivesGroup(lab, time)];
}
