/** One alert of a message that Alertmanager sends. Source: Alertmanager 0.30 documentation, Configuration, webhook_config. */
export interface Notice {
  /** Receiver that it was sent to: `page` or `ticket`. */
  readonly receiver: string;
  readonly status: "firing" | "resolved";
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A message, as far as it is read. */
interface WebhookMessage {
  readonly receiver: string;
  readonly alerts: readonly Omit<Notice, "receiver">[];
}

/**
 * The notices of a message. A message is about a group of alerts, of which some may be over and others not: each has its own state.
 *
 * @throws {SyntaxError} when the text is no JSON
 */
export function noticesOf(text: string): readonly Notice[] {
  const { receiver, alerts } = JSON.parse(text) as WebhookMessage;
  return alerts.map(({ status, labels, annotations }) => ({ receiver, status, labels, annotations }));
}

/** What tells one alert from another: its labels. */
export function identityOf({ labels }: Pick<Notice, "labels">): string {
  return JSON.stringify(Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The alerts of a name that somebody was told of and whose end nobody was told yet. A name nobody was told of has none. */
export function stillOpen(notices: readonly Notice[], alertname: string): readonly Notice[] {
  const last = new Map(
    notices.filter(({ labels }) => labels.alertname === alertname).map((notice) => [identityOf(notice), notice]),
  );
  return [...last.values()].filter(({ status }) => status === "firing");
}
