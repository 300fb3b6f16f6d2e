import {
  istioCertificateLives,
  istioGatewayZones,
  istioNativeSidecars,
  istioPolicies,
  istioReplicas,
  istioRequests,
} from "../../../config/checks/istio";
import { findingsAfter, pathsAfter } from "./prod-findings";

describe("the mesh", () => {
  it("of prod holds", () => {
    const checks = [
      istioReplicas,
      istioGatewayZones,
      istioRequests,
      istioCertificateLives,
      istioPolicies,
      istioNativeSidecars,
    ];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("has at most as many pods as at least, or more", () => {
    const fewer = ({ istio }: Parameters<NonNullable<Parameters<typeof findingsAfter>[1]>>[0]) => {
      istio.istiod.maxReplicas = 1;
      istio.egressGateway.maxReplicas = 2;
    };
    expect(findingsAfter(istioReplicas, fewer)).toMatchObject([
      { path: ["istio", "istiod", "maxReplicas"], given: "1, below 2 replicas", allowed: "2 or more" },
    ]);
  });

  it("has a gateway in every zone", () => {
    expect(
      findingsAfter(istioGatewayZones, ({ istio }) => {
        istio.ingressGateway.replicas = 2;
      }),
    ).toMatchObject([{ path: ["istio", "ingressGateway", "replicas"], given: "2, in 3 zones" }]);
  });

  it("asks for no more than it may use", () => {
    expect(
      pathsAfter(istioRequests, ({ istio }) => {
        istio.istiod.resources.requests.memory = "3Gi";
        istio.cni.resources.requests.cpu = "1";
      }),
    ).toEqual(["vantage:istio.istiod.resources.requests.memory", "vantage:istio.cni.resources.requests.cpu"]);
  });

  it.each([
    ["8d", "2h", ["vantage:istio.certificates.workloadTtl"]],
    ["7d", "2h", []],
    ["24h", "13h", ["vantage:istio.certificates.minGracePeriod"]],
    ["24h", "12h", []],
    ["24h", "0h", ["vantage:istio.certificates.minGracePeriod"]],
  ])("with certificates of %s, replaced %s before their end", (workloadTtl, minGracePeriod, paths) => {
    expect(
      pathsAfter(istioCertificateLives, ({ istio }) =>
        Object.assign(istio.certificates, { workloadTtl, minGracePeriod }),
      ),
    ).toEqual(paths);
  });

  it("has one policy per namespace", () => {
    expect(
      pathsAfter(istioPolicies, ({ istio: { mutualTls } }) => {
        mutualTls.strict.push("api-gateway");
        mutualTls.permissive.push("orders-prod");
      }),
    ).toEqual(["vantage:istio.mutualTls.strict[20]", "vantage:istio.mutualTls.permissive[2]"]);
  });

  it("refuses plaintext where no policy is", () => {
    expect(
      findingsAfter(istioPolicies, ({ istio: { mutualTls } }) => {
        mutualTls.strict = mutualTls.strict.filter((name) => name !== "istio-system");
      }),
    ).toMatchObject([{ path: ["istio", "mutualTls", "strict"], given: "no istio-system" }]);
  });

  it("has native sidecars where Kubernetes knows them", () => {
    const on128 = (nativeSidecars: boolean) =>
      pathsAfter(istioNativeSidecars, ({ istio, cluster }) => {
        Object.assign(cluster, { version: "1.28" });
        istio.nativeSidecars = nativeSidecars;
      });
    expect([on128(true), on128(false)]).toEqual([["vantage:istio.nativeSidecars"], []]);
  });
});
