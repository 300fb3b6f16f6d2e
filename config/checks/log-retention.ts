import type { Finding } from "../finding";
import { LOG_RETENTION_DAYS } from "../reference/log-retention";
import type { Duration } from "../units/duration";
import { check } from "./check";

const SECONDS_PER_DAY = 86_400;

function judge(path: Finding["path"], retention: Duration): Finding[] {
  return LOG_RETENTION_DAYS.some((days) => days * SECONDS_PER_DAY === retention.seconds)
    ? []
    : [
        {
          path,
          given: `${retention}`,
          allowed: `one of ${LOG_RETENTION_DAYS.map((days) => `${days}d`).join(", ")}`,
          mend: "take the next longer one: CloudWatch Logs knows no other",
        },
      ];
}

/** Control-plane logs are kept for a time that CloudWatch Logs takes. */
export const controlPlaneLogRetention = check({ cluster: ["logRetention"] }, ({ cluster: { logRetention } }) =>
  judge(["cluster", "logRetention"], logRetention),
);

/** Sessions on the bastion are kept for a time that CloudWatch Logs takes. */
export const accessLogRetention = check({ access: "whole" }, ({ access }) =>
  access.bastion === undefined
    ? []
    : judge(["access", "bastion", "sessionLogs", "retention"], access.bastion.sessionLogs.retention),
);

/** The same for findings of GuardDuty and Security Hub. */
export const findingLogRetention = check({ securityServices: "whole" }, ({ securityServices }) =>
  judge(["securityServices", "logRetention"], securityServices.logRetention),
);

/** Flow logs are kept for a time that CloudWatch Logs takes. */
export const flowLogRetention = check({ network: ["flowLogs"] }, ({ network: { flowLogs } }) =>
  judge(["network", "flowLogs", "retention"], flowLogs.retention),
);
