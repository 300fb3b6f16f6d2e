import { type Check, type Deviation, deviationsOr } from "../check";
import { PROMETHEUS, proxyPath } from "../monitoring-service";
import { type Answer, ask, notInManifests } from "../probe";

/** A target as Prometheus tells of it. Source: Prometheus, HTTP API, "Targets". */
interface Target {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: "up" | "down" | "unknown";
  readonly lastError?: string;
}

const EXPECTED = "up";

/**
 * Prometheus reaches everything that it reads metrics from. A target that wasn't asked yet (`unknown`) counts as the document counts it: not as up.
 *
 * Source: document 003, section 1 (Morning Health Check Routine), step 3 (`select(.health != "up")`: "No output").
 */
export const prometheusTargets: Check<Answer | undefined> = {
  name: "Prometheus targets",
  read: async (cluster, { objects }) => {
    const base = proxyPath(PROMETHEUS, objects);
    return base === undefined ? undefined : ask(cluster, `${base}/api/v1/targets?state=active`);
  },
  judge: (answer) => {
    if (answer === undefined) return [notInManifests("all", EXPECTED)];
    if ("failure" in answer) return [{ subject: "all", expected: EXPECTED, found: answer.failure, verdict: "finding" }];
    const targets = targetsIn(answer.text);
    if (targets === undefined) return finding("an answer that is no list of targets");
    if (targets.length === 0) return finding("no target");
    const down = targets.filter(({ health }) => health !== "up");
    return deviationsOr(
      { subject: "all", expected: EXPECTED, found: `${targets.length} of ${targets.length}` },
      down.map(deviation),
    );
  },
};

function finding(found: string) {
  return [{ subject: "all", expected: EXPECTED, found, verdict: "finding" } as const];
}

function deviation({ labels, health, lastError = "" }: Target): Deviation {
  const subject = `${labels.job ?? ""} ${labels.instance ?? ""}`.trim();
  return { subject, expected: EXPECTED, found: lastError === "" ? health : `${health}: ${lastError}` };
}

function targetsIn(text: string): readonly Target[] | undefined {
  try {
    return (JSON.parse(text) as { data: { activeTargets: readonly Target[] } }).data.activeTargets;
  } catch {
    return undefined;
  }
}
