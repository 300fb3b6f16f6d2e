import { stringify } from "yaml";
import type { PlatformWith } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { WATCHDOG } from "../rules/monitoring";
import { RECEIVERS, type ReceiverName, receivers } from "./receivers";

/** What an alert's labels have to be for a route, and where it leads. */
interface Route {
  readonly matchers: readonly string[];
  readonly receiver: ReceiverName;
  /** Labels that tell its messages apart. @default {@link GROUPED_BY} */
  readonly group_by?: readonly string[];
}

/** One message for all alerts of a name in a namespace: a node pool that runs full is one incident, not forty. */
const GROUPED_BY = ["alertname", "namespace", "severity"] as const;

/**
 * A message for each node where an alert escalates: the second node's would wait for {@link GROUP_INTERVAL} as one that joins the first's.
 *
 * Source: document 002, section 2 (escalation: immediate, delivered 2 s after it fired).
 */
const ESCALATION_GROUPED_BY = [...GROUPED_BY, "instance"] as const;

/**
 * The documented alerts are in Slack two seconds after they fire, of which evaluation and sending take one. Source: documents 000 and 002, sections
 * 3 and 2.
 */
const GROUP_WAIT = "1s";

/** Five minutes, Alertmanager's default, between messages about the same group when alerts join or leave it. */
const GROUP_INTERVAL = "5m";

/** Four hours, Alertmanager's default, until an alert that goes on is told again. */
const REPEAT_INTERVAL = "4h";

/**
 * Which alert goes where, by its labels; the first route that fits decides. What fits none is a message in the channel: an alert without a severity
 * reaches somebody, too.
 *
 * A critical alert pages whatever its team. Disk pressure is told apart by its documented label `category`, immediate escalation by `escalation`.
 *
 * The watchdog, which always fires, is told to nobody: it shows in Alertmanager that the way from Prometheus is open. Its receiver is where a service
 * outside the cluster that misses heartbeats would be told.
 *
 * Source: document 000, section 3; document 001, section 2; document 002, section 2 (labels and channels).
 */
export function routes({ platform }: Platform): readonly Route[] {
  const ours = `team="${platform.team}"`;
  return [
    { matchers: [`alertname="${WATCHDOG}"`], receiver: RECEIVERS.nobody },
    {
      matchers: ['severity="critical"', 'escalation="immediate"'],
      receiver: RECEIVERS.escalation,
      group_by: ESCALATION_GROUPED_BY,
    },
    { matchers: ['severity="critical"'], receiver: RECEIVERS.incident },
    { matchers: ['severity="warning"', ours, 'category="disk"'], receiver: RECEIVERS.disk },
    { matchers: ['severity="warning"', ours], receiver: RECEIVERS.warning },
  ];
}

/**
 * Alertmanager's configuration.
 *
 * The early warning of a Redis server is kept back while the critical alert on the same pod fires: one call is enough.
 *
 * Source: prometheus/alertmanager v0.30, docs/configuration.md.
 */
export function alertmanagerConfig(platform: PlatformWith<"contactPoints">): object {
  const { from, relay } = platform.contactPoints.email;
  return {
    global: { smtp_smarthost: relay, smtp_from: from, smtp_require_tls: true },
    route: {
      receiver: RECEIVERS.message,
      group_by: GROUPED_BY,
      group_wait: GROUP_WAIT,
      group_interval: GROUP_INTERVAL,
      repeat_interval: REPEAT_INTERVAL,
      routes: routes(platform),
    },
    inhibit_rules: [
      {
        source_matchers: ['alertname="RedisMemoryCritical"'],
        target_matchers: ['alertname="RedisSessionMemoryHigh"'],
        equal: ["namespace", "pod"],
      },
    ],
    receivers: receivers(platform),
  };
}

/** The configuration as Alertmanager reads it. */
export function alertmanagerConfigText(platform: PlatformWith<"contactPoints">): string {
  return stringify(alertmanagerConfig(platform), { version: "1.1", aliasDuplicateObjects: false, lineWidth: 0 });
}
