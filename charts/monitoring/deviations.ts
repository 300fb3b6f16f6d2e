import type { PlatformWith } from "../../config/parts";
import { when } from "../../config/parts";
import type { Platform } from "../../config/platform";
import type { CheckName } from "../checks/all";
import type { Deviation } from "../ledger";
import type { RuleFile } from "./rule";
import { ruleFileKey, ruleFileText } from "./rule-file";
import { KUBELET_OR_ROOT_MOUNT, nodeDiskFile } from "./rules/node-disk";
import { MEMORY_LIMIT_WHERE_SET, redisMemoryFile } from "./rules/redis";
import { rulesConfigMapReference } from "./rules-config-map";

/** The documented expressions that can't say what they mean. An entry replaces one rule file, which holds that alert alone. */
export function monitoringDeviations(platform: Platform): readonly Deviation<CheckName>[] {
  return [
    when(["alerts", "addOns.prometheus"], diskMatcher),
    when(["alerts", "redis", "addOns.prometheus"], memoryLimit),
  ].flatMap((entry) => entry(platform));
}

function diskMatcher(platform: PlatformWith<"addOns.prometheus" | "alerts">): Deviation<CheckName> {
  return {
    id: "M6",
    ...replaced(platform, nodeDiskFile(platform), nodeDiskFile(platform, KUBELET_OR_ROOT_MOUNT)),
    reason:
      "Nodes have one root volume, and kubelet's folder is no mount point of its own: the documented alert never fires.",
    source: "document 000, section 3; document 001, section 6 (one block device); compatibility page, M6",
    without: {
      by: "check",
      check: "rule-mountpoints",
      answer: "matches no mount point of a node",
    },
  };
}

function memoryLimit(platform: PlatformWith<"addOns.prometheus" | "alerts">): Deviation<CheckName> {
  return {
    id: "M7-limit",
    ...replaced(platform, redisMemoryFile(platform), redisMemoryFile(platform, MEMORY_LIMIT_WHERE_SET)),
    reason:
      "A server without a limit reports 0, and what is divided by that is above every threshold: the alert would fire for good.",
    source: "document 001, section 2; oliver006/redis_exporter v1.62.0, exporter/exporter.go; compatibility page, M3",
    without: { by: "check", check: "rule-divisors", answer: "divides by redis_memory_max_bytes" },
  };
}

function replaced(platform: PlatformWith<"addOns.prometheus">, documented: RuleFile, deployed: RuleFile) {
  return {
    object: rulesConfigMapReference(platform),
    path: ["data", ruleFileKey(documented)],
    documented: ruleFileText(documented),
    deployed: ruleFileText(deployed),
  };
}
