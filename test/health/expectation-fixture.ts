import type { KubeObject } from "../../charts/kube-object";
import { Duration } from "../../config/units/duration";
import type { Judgement } from "../../health/check";
import type { Expectation } from "../../health/expectation";

/** The moment at which the tests look at a cluster. */
export const NOW = new Date("2026-05-04T07:00:00Z");

/** A time before {@link NOW}, as the API writes it. */
export function ago(text: string): string {
  return new Date(NOW.getTime() - Duration.parse(text).seconds * 1000).toISOString();
}

/** What a small stack expects. */
export function expecting(objects: readonly KubeObject[] = []): Expectation {
  return {
    stack: "shop",
    cluster: "shop-cluster",
    region: "eu-central-1",
    version: "1.29",
    objects,
    renewalNotice: Duration.parse("21d"),
    certificateNotice: Duration.parse("30d"),
    now: NOW,
  };
}

/** The rows of a check in short: verdict, subject and what was found. */
export function short(judgements: readonly Judgement[]): readonly string[] {
  return judgements.map(({ verdict, subject, found }) => `${verdict}: ${subject}: ${found}`);
}
