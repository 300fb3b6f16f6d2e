import { LAB_PARTS } from "../../../charts/lab/lab";
import { injectionMesh, NEEDED, neededSystems, oneAutoscaler } from "../../../config/checks/systems";
import { type Part, SYSTEMS } from "../../../config/parts";
import { labInput } from "../../charts/lab/lab-fixture";
import { type ProdInput, prodInput } from "../../infra/prod-platform";
import { findingsAfter, pathsAfter } from "./prod-findings";

/** Takes parts out of a stack file. */
const without =
  (...parts: readonly Part[]) =>
  (input: ProdInput) => {
    for (const part of parts) {
      if (part.startsWith("addOns.")) delete (input.addOns.releases as Record<string, unknown>)[part.slice(7)];
      else delete (input as Record<string, unknown>)[part];
    }
  };

describe("systems that belong together", () => {
  it("are all there in prod", () => expect(findingsAfter(neededSystems)).toEqual([]));

  it("may be left out together", () => {
    const all: readonly Part[] = [...SYSTEMS, "addOns.prometheus", "addOns.alertmanager", "addOns.grafana"];
    expect(findingsAfter(neededSystems, without(...all))).toEqual([]);
    expect(findingsAfter(neededSystems, without("redis", "redisOperator"))).toEqual([]);
    expect(findingsAfter(neededSystems, without("kafkaConnect"))).toEqual([]);
  });

  it.each<[Part, string[]]>([
    ["redisOperator", ["vantage:redis"]],
    ["redis", ["vantage:redisOperator"]],
    ["kafka", ["vantage:kafkaConnect", "vantage:schemaRegistry"]],
    ["schemaRegistry", ["vantage:kafkaConnect"]],
    ["contactPoints", ["vantage:alerts"]],
    [
      "alerts",
      [
        "vantage:contactPoints",
        "vantage:addOns.releases.prometheus",
        "vantage:addOns.releases.grafana",
        "vantage:addOns.releases.alertmanager",
      ],
    ],
    ["addOns.cert-manager", ["vantage:redisOperator"]],
    ["addOns.strimzi-kafka-operator", ["vantage:kafka"]],
    ["addOns.velero", ["vantage:maintenance"]],
    ["addOns.prometheus", ["vantage:alerts"]],
    ["addOns.alertmanager", ["vantage:alerts"]],
    ["addOns.grafana", ["vantage:alerts"]],
    ["addOns.prometheus-node-exporter", ["vantage:alerts"]],
    ["addOns.metrics-server", ["vantage:istio", "vantage:workloads"]],
  ])("are missed without %s", (part, paths) => {
    expect(pathsAfter(neededSystems, without(part))).toEqual(paths);
  });

  it.each(["labMonitoring", "shop", "clusterBackup"] as const)("are missed without %s of a lab", (part) => {
    const others = LAB_PARTS.filter((one) => one !== part).map((one) => `vantage:${one}`);
    const paths = pathsAfter(neededSystems, (input) => {
      Object.assign(input, labInput());
      delete (input as Record<string, unknown>)[part];
    });
    expect(paths).toEqual(others);
  });

  it("are named, with the reason and the two ways to mend it", () => {
    expect(findingsAfter(neededSystems, without("redisOperator"))).toEqual([
      {
        path: ["redis"],
        on: "key",
        given: "vantage:redis without vantage:redisOperator",
        allowed: "both or neither: nothing would look after the clusters",
        mend: "add what is missing, or leave this out as well",
      },
    ]);
  });

  it("are each tried above", () => {
    const parts = Object.values(NEEDED).flatMap((belonging) => belonging?.parts ?? []);
    expect(new Set(parts).size).toBe(17);
  });
});

describe("the autoscaler", () => {
  const sole = { ...prodInput().karpenter.clusterAutoscaler };

  it("may be one without Karpenter", () => {
    const change = (input: ProdInput) => {
      without("karpenter")(input);
      input.clusterAutoscaler = sole;
    };
    expect(() => findingsAfter(oneAutoscaler, change)).toThrow("the check doesn't run");
  });

  it("is not set a second time beside Karpenter", () => {
    const change = (input: ProdInput) => Object.assign(input, { clusterAutoscaler: sole });
    expect(pathsAfter(oneAutoscaler, change)).toEqual(["vantage:clusterAutoscaler"]);
  });
});

describe("injection", () => {
  const plain = ({ namespaces }: ProdInput) => {
    for (const namespace of Object.values(namespaces)) namespace.injection = false;
  };

  it("is there where there is a mesh", () => expect(findingsAfter(injectionMesh)).toEqual([]));

  it("needs none where no namespace asks for it", () => {
    const change = (input: ProdInput) => {
      without("istio")(input);
      plain(input);
    };
    expect(findingsAfter(injectionMesh, change)).toEqual([]);
  });

  it("finds a namespace that asks for it without a mesh", () => {
    const change = (input: ProdInput) => {
      without("istio")(input);
      plain(input);
      Object.assign(input.namespaces["batch-jobs"] ?? {}, { injection: true });
    };
    expect(pathsAfter(injectionMesh, change)).toEqual(["vantage:namespaces.batch-jobs.injection"]);
  });
});
