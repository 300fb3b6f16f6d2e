import { zoneSpread } from "../../../charts/checks/zone-spread";
import { findIn, messagesIn, workload } from "./workload-fixture";

const ZONE = "topology.kubernetes.io/zone";
const own = { matchLabels: { app: "a" } };
const constraint = (topologyKey: string, labelSelector: object = own) => ({
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey, whenUnsatisfiable: "ScheduleAnyway", labelSelector }],
});
const term = { topologyKey: ZONE, labelSelector: own };

describe("three pods", () => {
  it.each([
    ["a spread constraint", constraint(ZONE)],
    [
      "anti-affinity that is demanded",
      { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } },
    ],
    [
      "anti-affinity that is preferred",
      {
        affinity: {
          podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] },
        },
      },
    ],
  ])("are spread over zones by %s", (_, spec) => {
    expect(findIn(zoneSpread, workload({ spec }))).toEqual([]);
  });

  it.each([
    ["nothing", {}, "3 pods, and nothing spreads them over zones (topologyKey topology.kubernetes.io/zone)"],
    [
      "a constraint over hosts",
      constraint("kubernetes.io/hostname"),
      "3 pods, and nothing spreads them over zones (topologyKey topology.kubernetes.io/zone)",
    ],
    [
      "a constraint about others",
      constraint(ZONE, { matchLabels: { app: "b" } }),
      '3 pods, and no rule over zones selects them: {"app":"a"}',
    ],
  ])("finds %s", (_, spec, message) => {
    expect(messagesIn(zoneSpread, workload({ spec, kind: "Deployment" }))).toEqual([message]);
  });
});

test("two pods needn't spread", () => {
  expect(findIn(zoneSpread, workload({ replicas: 2 }))).toEqual([]);
});
