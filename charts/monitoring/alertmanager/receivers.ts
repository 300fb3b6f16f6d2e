import type { PlatformWith } from "../../../config/parts";
import { RECEIVER_KEYS_FOLDER } from "../../../config/reference/monitoring-files";

/** Priority in PagerDuty of what pages. Source: document 001, section 2; document 002, section 2 (P3). */
export const PAGE_PRIORITY = "P3";

/** Priority in Opsgenie of disk pressure, which doesn't page. Source: document 000, section 3. */
export const DISK_PRIORITY = "P4";

/** Tag in Opsgenie of disk pressure. Source: document 000, section 3. */
export const DISK_TAG = "disk-pressure";

/** Names of the receivers. */
export const RECEIVERS = {
  /** The default: a message in the channel. */
  message: "infra-alerts",
  /** Warnings of the platform's own team. */
  warning: "infra-warnings",
  /** Disk pressure, the one documented warning with a ticket and a mail. */
  disk: "infra-disk-pressure",
  /** Critical, and known to somebody by its label `escalation`. */
  escalation: "infra-escalation",
  /** Everything else that is critical. */
  incident: "incidents",
  /** Tells nobody. */
  nobody: "nobody",
} as const;

/** Name of a receiver. */
export type ReceiverName = (typeof RECEIVERS)[keyof typeof RECEIVERS];

/** A receiver of Alertmanager: a name and the services that are told. */
export interface Receiver {
  readonly name: ReceiverName;
  readonly slack_configs?: readonly object[];
  readonly pagerduty_configs?: readonly object[];
  readonly opsgenie_configs?: readonly object[];
  readonly email_configs?: readonly object[];
}

const SUMMARIES = '{{ range .Alerts }}{{ .Annotations.summary }}{{ "\\n" }}{{ end }}';

/**
 * What a message is about: the pod; a node or a member of etcd, which are of no namespace, by `instance`; else the namespace. `instance` of an alert of a
 * namespace is the address of its exporter, kube-state-metrics for most, and names nothing. Only what all alerts of the message have in common is known.
 */
const OBJECT =
  "{{ with or .CommonLabels.pod (and (not .CommonLabels.namespace) .CommonLabels.instance) }} on {{ . }}" +
  "{{ else }}{{ with .CommonLabels.namespace }} in {{ . }}{{ end }}{{ end }}";
const TITLE = `[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }} ({{ or .CommonLabels.severity "none" }})${OBJECT}`;
const COLOR =
  '{{ if ne .Status "firing" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}';
const RUNBOOK = "{{ .CommonAnnotations.runbook_url }}";

/**
 * Who is told of what. Keys are files of the mounted Secret, read at each message: a new key needs no restart.
 *
 * The end of an alert is told everywhere but by mail. Critical alerts on nodes are told in both channels, as documented: the alert names one, the
 * transcript shows the other.
 *
 * Source: document 000, section 3 (Notification Channels; resolution sent to Slack, PagerDuty, Opsgenie); document 001, section 2; document 002,
 * section 2 with its transcript.
 */
export function receivers({ contactPoints }: PlatformWith<"contactPoints">): readonly Receiver[] {
  const { slack, email } = contactPoints;
  const message = slackMessage(slack.alerts, "slack-alerts-url");
  const incident = slackMessage(slack.incidents, "slack-incidents-url");
  return [
    { name: RECEIVERS.message, slack_configs: [message] },
    { name: RECEIVERS.warning, slack_configs: [message], pagerduty_configs: [INFORMATION] },
    {
      name: RECEIVERS.disk,
      slack_configs: [message],
      pagerduty_configs: [INFORMATION],
      opsgenie_configs: [opsgenieAlert(DISK_PRIORITY, DISK_TAG)],
      email_configs: [{ to: email.to, send_resolved: false, headers: { Subject: TITLE } }],
    },
    {
      name: RECEIVERS.escalation,
      slack_configs: [message, incident],
      pagerduty_configs: [PAGE],
      opsgenie_configs: [opsgenieAlert(PAGE_PRIORITY)],
    },
    { name: RECEIVERS.incident, slack_configs: [incident], pagerduty_configs: [PAGE] },
    { name: RECEIVERS.nobody },
  ];
}

/**
 * Events of the Events API v2. A service whose urgency follows severity pages for `critical` and for `info` doesn't. The API has no priority: a
 * rule of the service reads it from the details.
 *
 * Source: PagerDuty, Events API v2 (payload.severity); Dynamic Notifications.
 */
const INFORMATION = pagerDutyEvent("info", {});
const PAGE = pagerDutyEvent("critical", { priority: PAGE_PRIORITY });

function pagerDutyEvent(severity: "info" | "critical", details: Readonly<Record<string, string>>): object {
  return {
    routing_key_file: keyFile("pagerduty-routing-key"),
    send_resolved: true,
    severity,
    class: "{{ .CommonLabels.alertname }}",
    description: TITLE,
    details: { ...details, runbook: RUNBOOK, summary: SUMMARIES },
  };
}

function slackMessage(channel: string, key: string): object {
  return {
    api_url_file: keyFile(key),
    channel,
    send_resolved: true,
    color: COLOR,
    title: TITLE,
    title_link: RUNBOOK,
    text: SUMMARIES,
  };
}

function opsgenieAlert(priority: string, tag?: string): object {
  return {
    api_key_file: keyFile("opsgenie-api-key"),
    send_resolved: true,
    priority,
    ...(tag === undefined ? {} : { tags: tag }),
    message: TITLE,
    description: SUMMARIES,
    details: { runbook: RUNBOOK },
  };
}

/** The file of a key of the Secret. */
function keyFile(key: string): string {
  return `${RECEIVER_KEYS_FOLDER}/${key}`;
}
