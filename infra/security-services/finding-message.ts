import { FINDING_SOURCES, type FindingSource } from "../../config/derived/finding-names";
import type { SeverityRoute } from "./severity-routes";

/** What EventBridge makes a message of: places in the event, and a text with their names. */
export interface FindingMessage {
  readonly inputPaths: Readonly<Record<string, string>>;
  readonly inputTemplate: string;
}

/** Where a source's events say what is told. */
const PLACES: Readonly<Record<FindingSource, Readonly<Record<string, string>>>> = {
  guardduty: {
    title: "$.detail.title",
    what: "$.detail.type",
    id: "$.detail.id",
    account: "$.detail.accountId",
    region: "$.detail.region",
    time: "$.time",
  },
  "security-hub": {
    title: "$.detail.findings[0].Title",
    what: "$.detail.findings[0].ProductName",
    id: "$.detail.findings[0].Id",
    account: "$.detail.findings[0].AwsAccountId",
    region: "$.region",
    time: "$.time",
  },
};

/** The message of a route: what was found, where, and how soon to answer. Each line is a text in quotes, as EventBridge takes templates of several lines. */
export function findingMessage(source: FindingSource, clusterName: string, route: SeverityRoute): FindingMessage {
  const { shown } = FINDING_SOURCES[source];
  const lines = [
    `${shown} ${route.severity.toUpperCase()} on ${clusterName}: respond within ${route.respondWithin} (${route.priority})`,
    "<title>",
    "<what> in account <account>, region <region>, at <time>",
    "Finding <id>",
  ];
  return { inputPaths: PLACES[source], inputTemplate: lines.map((line) => `"${line}"`).join("\n") };
}
