import { ingressSidecars } from "../../../config/checks/ingress";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const withoutSidecar = ({ namespaces }: ProdInput) => {
  entry(namespaces, "ingress-nginx").injection = false;
};

describe("the ingress controller", () => {
  it("of prod has a sidecar", () => {
    expect(findingsAfter(ingressSidecars)).toEqual([]);
  });

  it("needs one while a service refuses who has no certificate", () => {
    const found = findingsAfter(ingressSidecars, (input) => {
      withoutSidecar(input);
      input.istio.mutualTls.permissive = Object.keys(input.namespaces).filter((name) => name !== "checkout-prod");
    });
    expect(found).toEqual([
      {
        path: ["namespaces", "ingress-nginx", "injection"],
        given: "false, with ingress-nginx in the namespace: services of checkout-prod refuse it",
        allowed: "true: mutual TLS is demanded wherever a namespace isn't in vantage:istio.mutualTls.permissive",
        mend: "set it to true; its sidecar leaves alone what comes in",
      },
    ]);
  });

  it("needs one also where the mesh's policy alone is strict", () => {
    const unnamed = pathsAfter(ingressSidecars, (input) => {
      withoutSidecar(input);
      input.istio.mutualTls.strict = ["istio-system"];
    });
    expect(unnamed).toEqual(["vantage:namespaces.ingress-nginx.injection"]);
  });

  it("may do without where services take plaintext", () => {
    const permissive = pathsAfter(ingressSidecars, (input) => {
      withoutSidecar(input);
      input.istio.mutualTls.permissive = Object.keys(input.namespaces);
    });
    expect(permissive).toEqual([]);
  });

  it("may do without where nothing has a sidecar", () => {
    const plain = pathsAfter(ingressSidecars, ({ namespaces }) => {
      for (const namespace of Object.values(namespaces)) namespace.injection = false;
    });
    expect(plain).toEqual([]);
  });

  it("is looked for in its own namespace", () => {
    const moved = pathsAfter(ingressSidecars, ({ addOns, namespaces }) => {
      entry(addOns.releases, "ingress-nginx").namespace = "edge";
      namespaces.edge = { podSecurity: "baseline" };
    });
    expect(moved).toEqual(["vantage:namespaces.edge.injection"]);
  });

  it("isn't in a namespace of Kubernetes' own, which gets no sidecars", () => {
    const system = findingsAfter(ingressSidecars, ({ addOns }) => {
      entry(addOns.releases, "ingress-nginx").namespace = "kube-system";
    });
    expect(system.map(({ path, allowed }) => ({ path, allowed }))).toEqual([
      { path: ["addOns", "releases", "ingress-nginx", "namespace"], allowed: "a namespace with injection" },
    ]);
  });
});
