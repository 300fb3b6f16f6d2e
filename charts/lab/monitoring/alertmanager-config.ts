import type { Lab } from "../lab";
import { DOCUMENTED_GROUPS, deployedAlerts } from "./rules/documented-alerts";
import { type LabTime, shortened } from "./shortened";

/** Names of the receivers: who is called at once, who reads it in working hours, and nobody. */
export const LAB_RECEIVERS = { page: "page", ticket: "ticket", silence: "silence" } as const;

/** A receiver's services as Alertmanager takes them: `slack_configs`, `pagerduty_configs`, `webhook_configs` and the like. */
export type ReceiverServices = Readonly<Record<`${string}_configs`, readonly object[]>>;

/** Who is told: the services behind pages and behind tickets. */
export interface LabReceivers {
  readonly page: ReceiverServices;
  readonly ticket: ReceiverServices;
}

/** Folder of the keys of the services: one file for each key of the Secret `vantage:labMonitoring.receivers`. */
export const RECEIVER_KEYS = {
  folder: "/etc/alertmanager-receivers",
  page: "pagerduty-routing-key",
  ticket: "slack-tickets-url",
} as const;

const TITLE = "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}{{ with .CommonLabels.pod }} on {{ . }}{{ end }}";
const SUMMARIES = '{{ range .Alerts }}{{ .Annotations.summary }}{{ "\\n" }}{{ end }}';
const RUNBOOK = "{{ .CommonAnnotations.runbook_url }}";

/**
 * The services in the cluster. Keys are files, read at each message: a new one needs no restart. Pages go to PagerDuty, which the document doesn't
 * name and the other stacks have.
 *
 * Source: document 003, section 6 (Alert Configuration Examples: Page immediately; Slack notification).
 */
export function clusterReceivers(): LabReceivers {
  const file = (name: string) => `${RECEIVER_KEYS.folder}/${name}`;
  const pagerduty = {
    routing_key_file: file(RECEIVER_KEYS.page),
    send_resolved: true,
    severity: "critical",
    description: TITLE,
    details: { runbook: RUNBOOK, summary: SUMMARIES },
  };
  const slack = {
    api_url_file: file(RECEIVER_KEYS.ticket),
    send_resolved: true,
    title: TITLE,
    title_link: RUNBOOK,
    text: SUMMARIES,
  };
  return { page: { pagerduty_configs: [pagerduty] }, ticket: { slack_configs: [slack] } };
}

/**
 * Which alert goes where.
 *
 * The document has two headings, "Page immediately" over the group slo_violations and "Slack notification" over resource_exhaustion. So HighLatency pages, too, although its
 * severity is a warning's: the heading is about this alert, the label is what the example gives it. All else goes by severity; what
 * has none is a ticket, so that it reaches somebody.
 *
 * Of the shop's resources nothing is told while the shop fails: symptoms come before causes.
 *
 * Source: document 003, section 6 (Alert Configuration Examples, Monthly Alert Strategy Review: symptom-based before cause-based, alert dependencies).
 */
export function labAlertmanagerConfig(lab: Lab, receivers: LabReceivers, time: LabTime = {}) {
  const { page, ticket, silence } = LAB_RECEIVERS;
  const named = (group: string) => alertNames(lab, group).join("|");
  return {
    route: {
      receiver: ticket,
      group_by: ["alertname", "namespace", "objective"],
      // The examples' patience is minutes; a page doesn't wait for company.
      group_wait: shortened("10s", time),
      group_interval: shortened("5m", time),
      repeat_interval: shortened("4h", time),
      routes: [
        { matchers: ['severity="none"'], receiver: silence },
        { matchers: [`alertname=~"${named(DOCUMENTED_GROUPS.pages)}"`], receiver: page },
        { matchers: ['severity="critical"'], receiver: page },
      ],
    },
    inhibit_rules: [
      {
        source_matchers: ['severity="critical"', 'service="backend"'],
        target_matchers: [`alertname=~"${named(DOCUMENTED_GROUPS.tickets)}"`, `namespace="${lab.shop.namespace}"`],
      },
    ],
    receivers: [{ name: page, ...receivers.page }, { name: ticket, ...receivers.ticket }, { name: silence }],
  };
}

function alertNames(lab: Lab, group: string): readonly string[] {
  return deployedAlerts(lab)
    .filter(({ name }) => name === group)
    .flatMap(({ rules }) => rules.flatMap((rule) => ("alert" in rule ? [rule.alert] : [])));
}
