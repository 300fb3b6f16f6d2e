import type { Check, Judgement } from "./check";
import { type ClusterReader, ReadFailure } from "./cluster-reader";
import { type MonitoringPart, proxyPath } from "./monitoring-service";

/** A request whose answer tells whether somebody is well. */
export interface Probe {
  /** Below the part's own address, such as `/-/healthy`. */
  readonly path: string;
  /** What a good answer says, for readers. */
  readonly expected: string;
  /** Whether an answer is good. May throw for one that can't be read. */
  accepts(answer: string): boolean;
}

/** What came of a request: the answer, or why there is none. */
export type Answer = { readonly text: string } | { readonly failure: string };

/** How much of an answer that isn't the expected one is shown, in characters. */
const SHOWN_CHARACTERS = 120;

/** What is said where a part of the monitoring stack is somebody else's to install. */
export function notInManifests(subject: string, expected: string): Judgement {
  return { subject, expected, found: "not in this stack's manifests", verdict: "not checked" };
}

/** A check that a part of the monitoring stack answers as it should. What was read is undefined where the manifests don't have the part. */
export function probing(part: MonitoringPart, probes: readonly Probe[]): Check<readonly Answer[] | undefined> {
  return {
    name: part.title,
    read: async (cluster, { objects }) => {
      const base = proxyPath(part, objects);
      return base === undefined ? undefined : Promise.all(probes.map(({ path }) => ask(cluster, `${base}${path}`)));
    },
    judge: (answers) =>
      probes.map((probe, index) => {
        const answer = answers?.[index];
        return answer === undefined ? notInManifests(probe.path, probe.expected) : judged(probe, answer);
      }),
  };
}

/** Asks through the API server. That a part doesn't answer is what a probe wants to know, not an error. */
export async function ask(cluster: ClusterReader, path: string): Promise<Answer> {
  try {
    return { text: await cluster.raw(path) };
  } catch (error) {
    if (error instanceof ReadFailure) return { failure: error.message };
    throw error;
  }
}

function judged(probe: Probe, answer: Answer): Judgement {
  const { path: subject, expected } = probe;
  if ("failure" in answer) return { subject, expected, found: answer.failure, verdict: "finding" };
  if (accepted(probe, answer.text)) return { subject, expected, found: expected, verdict: "as expected" };
  const found = answer.text.replace(/\s+/g, " ").trim().slice(0, SHOWN_CHARACTERS);
  return { subject, expected, found: found === "" ? "an empty answer" : found, verdict: "finding" };
}

function accepted(probe: Probe, text: string): boolean {
  try {
    return probe.accepts(text);
  } catch {
    return false;
  }
}
