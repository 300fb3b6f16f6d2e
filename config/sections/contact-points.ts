import { z } from "zod";
import { dnsLabelField, patternField } from "./fields";

const channelField = patternField(
  /^#[a-z0-9_-]{1,79}$/,
  "a channel such as #incidents",
  "write # and the channel's name: lower-case letters, digits, hyphens and underscores",
);

const addressField = patternField(
  /^[\w.+-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  "a mail address such as on-call@example.com",
  "write one address, without a name",
);

/** `vantage:contactPoints`: who is told of an alert. Which alert goes where follows from its labels; keys and addresses of hooks are in a Secret. */
export const contactPointsSection = z
  .strictObject({
    secret: dnsLabelField.describe(
      "Secret in Alertmanager's namespace with the keys of the services, made by the team that owns them, not by this stack: slack-alerts-url and slack-incidents-url (incoming webhooks), pagerduty-routing-key, opsgenie-api-key. It may come later (docs/first-apply.md): until then Alertmanager runs and tells these services nothing.",
    ),
    slack: z
      .strictObject({
        alerts: channelField.describe("Channel of every alert. Source: document 000, section 3 (#infra-alerts)."),
        incidents: channelField.describe(
          "Channel of alerts that page. Source: document 001, section 2; document 002, section 2 (#incidents).",
        ),
      })
      .describe("Slack. A webhook belongs to one channel: the name is for the reader, the Secret decides."),
    email: z
      .strictObject({
        to: addressField.describe("Source: document 000, section 3."),
        from: addressField.describe("Sender. Not documented: Alertmanager's own name at the documented domain."),
        relay: patternField(
          /^[a-z0-9-]+(\.[a-z0-9-]+)+:\d{1,5}$/,
          "a host and a port such as smtp.example.com:587",
          "write the relay's host name, a colon and its port",
        ).describe(
          "Mail relay, which has to offer TLS and to know this cluster's addresses: there is no login. Not documented.",
        ),
      })
      .describe("E-mail."),
  })
  .describe("Who is told of an alert.");
