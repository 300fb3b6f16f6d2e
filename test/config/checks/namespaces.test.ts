import {
  addOnLevels,
  controlPlaneSidecars,
  inhabitedNamespaces,
  kubernetesNamespaces,
  namedNamespaces,
} from "../../../config/checks/namespaces";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

describe("namespaces", () => {
  it("of prod hold", () => {
    const checks = [inhabitedNamespaces, namedNamespaces, kubernetesNamespaces, addOnLevels, controlPlaneSidecars];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("are made for everything that lives in one", () => {
    expect(
      pathsAfter(inhabitedNamespaces, (input) => {
        for (const name of ["karpenter", "istio-system", "redis-prod", "redis-system", "velero"]) {
          delete input.namespaces[name];
        }
      }),
    ).toEqual([
      "vantage:addOns.releases.velero.namespace",
      "vantage:karpenter.namespace",
      "vantage:istio.namespace",
      "vantage:redis.namespace",
      "vantage:redisOperator.namespace",
      "vantage:storage.identities.redis-backup.namespace",
      "vantage:storage.identities.velero.namespace",
    ]);
  });

  it("may be Kubernetes' own for what lives in one", () => {
    expect(
      pathsAfter(inhabitedNamespaces, ({ karpenter }) => Object.assign(karpenter, { namespace: "kube-system" })),
    ).toEqual([]);
  });

  it("are made for everything that a list speaks of", () => {
    expect(
      pathsAfter(namedNamespaces, ({ istio, kafka, schemaRegistry, redis }) => {
        istio.mutualTls.strict[0] = "api-gatway";
        istio.mutualTls.permissive[1] = "vendors";
        kafka.listeners.plainNamespaces[0] = "analytics";
        schemaRegistry.clientNamespaces[0] = "orders";
        entry(redis.clusters, "redis-prod-main").clients[0] = "orders";
      }),
    ).toEqual([
      "vantage:istio.mutualTls.strict[0]",
      "vantage:istio.mutualTls.permissive[1]",
      "vantage:kafka.listeners.plainNamespaces[0]",
      "vantage:schemaRegistry.clientNamespaces[0]",
      "vantage:redis.clusters.redis-prod-main.clients[0]",
    ]);
  });

  it("leave Kubernetes' own alone", () => {
    const withSystem = findingsAfter(kubernetesNamespaces, ({ namespaces }) => {
      namespaces["kube-system"] = { podSecurity: "privileged" };
    });
    expect(withSystem).toEqual([
      {
        path: ["namespaces", "kube-system"],
        given: "kube-system",
        allowed: "names that don't begin with kube-",
        mend: "remove it: Kubernetes makes it",
      },
    ]);
  });

  it("admit the pods of their add-ons", () => {
    const stricter = findingsAfter(addOnLevels, ({ namespaces }) => {
      entry(namespaces, "monitoring").podSecurity = "baseline";
      entry(namespaces, "kafka-prod").podSecurity = "restricted";
    });
    expect(stricter).toEqual([
      {
        path: ["namespaces", "monitoring", "podSecurity"],
        given: "baseline, with prometheus-node-exporter in the namespace",
        allowed: "privileged: its pods need privileged",
        mend: "choose privileged, or give prometheus-node-exporter a namespace of its own",
      },
      {
        path: ["namespaces", "kafka-prod", "podSecurity"],
        given: "restricted, with strimzi-kafka-operator in the namespace",
        allowed: "baseline or privileged: its pods need baseline",
        mend: "choose baseline, or give strimzi-kafka-operator a namespace of its own",
      },
    ]);
  });

  it("may be looser than their add-ons need", () => {
    expect(
      pathsAfter(addOnLevels, ({ namespaces }) => {
        entry(namespaces, "cert-manager").podSecurity = "baseline";
      }),
    ).toEqual([]);
  });

  it("have no sidecars where the control plane is", () => {
    expect(
      pathsAfter(controlPlaneSidecars, ({ namespaces }) => {
        entry(namespaces, "istio-system").injection = true;
      }),
    ).toEqual(["vantage:namespaces.istio-system.injection"]);
  });
});
