import { jsonFrom } from "./http-answer";

/** A series at a moment, as Prometheus answers: numbers are texts, `NaN` and `+Inf` among them. */
export interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [time: number, text: string];
}

/** An alert as Prometheus has it. */
export interface ActiveAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: "pending" | "firing";
}

/** A target and whether its last read succeeded. */
export interface Target {
  readonly job: string;
  readonly health: "up" | "down" | "unknown";
  readonly lastError: string;
}

/**
 * What the lab asks Prometheus. All calls throw an Error with the server's words when it refuses.
 *
 * Source: Prometheus 2.51 documentation, HTTP API.
 */
export class PrometheusApi {
  /** @param address host and port */
  constructor(private readonly address: string) {}

  /** The series of an expression at this moment; a number alone is a series without labels. */
  async query(expr: string): Promise<readonly Sample[]> {
    const { resultType, result } = (await this.get(`query?${new URLSearchParams({ query: expr })}`)) as {
      readonly resultType: string;
      readonly result: readonly Sample[] | Sample["value"];
    };
    return resultType === "scalar" ? [{ metric: {}, value: result as Sample["value"] }] : (result as readonly Sample[]);
  }

  /** Alerts whose condition holds, with or without their patience over. */
  async alerts(): Promise<readonly ActiveAlert[]> {
    return ((await this.get("alerts")) as { readonly alerts: readonly ActiveAlert[] }).alerts;
  }

  async targets(): Promise<readonly Target[]> {
    const { activeTargets } = (await this.get("targets?state=active")) as {
      readonly activeTargets: readonly (Omit<Target, "job"> & { readonly labels: { readonly job: string } })[];
    };
    return activeTargets.map(({ labels: { job }, health, lastError }) => ({ job, health, lastError }));
  }

  /** How many rules there are, and how many of them have been evaluated without an error. */
  async rules(): Promise<{ readonly count: number; readonly healthy: number }> {
    const { groups } = (await this.get("rules")) as {
      readonly groups: readonly { readonly rules: readonly { readonly health: string }[] }[];
    };
    const all = groups.flatMap(({ rules }) => rules);
    return { count: all.length, healthy: all.filter(({ health }) => health === "ok").length };
  }

  private async get(path: string): Promise<unknown> {
    return ((await jsonFrom(`http://${this.address}/api/v1/${path}`)) as { readonly data: unknown }).data;
  }
}
